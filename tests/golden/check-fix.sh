cp five-mistakes.json plan.json "$TMPDIR"
cd "$TMPDIR"
vouch check --fix --format concise five-mistakes.json plan.json none.json
echo "exit $?"
vouch check --fix --quiet --format concise five-mistakes.json
echo "exit $?"
vouch check --format concise - <five-mistakes.json
vouch check --fix - <five-mistakes.json
echo "exit $?"
vouch check --fix --ndjson five-mistakes.json 2>&1 | head -1
vouch sample >clean.json
vouch check --fix clean.json
echo "exit $?"
