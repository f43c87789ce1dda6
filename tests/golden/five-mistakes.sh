vouch check five-mistakes.json
echo "exit $?"
vouch check --quiet --format concise five-mistakes.json
echo "exit $?"
vouch check --quiet --format json five-mistakes.json
echo "exit $?"
