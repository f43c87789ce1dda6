vouch check --quiet --format concise --select period-out-of-range,deprecated-vswitch-id five-mistakes.json
echo "exit $?"
vouch check --quiet --format concise --ignore enum-invalid,type-mismatch,flow-out-type-requires-internet,period-out-of-range five-mistakes.json
echo "exit $?"
vouch check --quiet --format concise --select period-out-of-range --severity period-out-of-range=info five-mistakes.json
echo "exit $?"
vouch check --quiet --format concise --select deprecated-vswitch-id --fail-on warning five-mistakes.json
echo "exit $?"
vouch check --quiet --format concise --max-diagnostics 2 five-mistakes.json
echo "exit $?"
vouch check --ignore no-such-rule five-mistakes.json
echo "exit $?"
echo '{' | vouch check --quiet --format concise --ignore json-syntax -
echo "exit $?"
vouch check --severity basis:practice=error five-mistakes.json
echo "exit $?"
