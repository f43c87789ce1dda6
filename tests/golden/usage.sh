vouch check 2>/dev/null
echo "exit $?"
vouch check --format xml five-mistakes.json 2>&1 | head -1
vouch check --format xml five-mistakes.json 2>/dev/null
echo "exit $?"
vouch check --severity period=worse five-mistakes.json 2>&1 | head -1
vouch check --max-diagnostics -1 five-mistakes.json 2>/dev/null
echo "exit $?"
vouch 2>/dev/null
echo "exit $?"
vouch nonsense
echo "exit $?"
vouch chekc
echo "exit $?"
vouch check
vouch
vouch explain
vouch check --ignor x five-mistakes.json
vouch check --nonsense five-mistakes.json
vouch check --format jsno five-mistakes.json
vouch check --color alway five-mistakes.json
vouch rules five-mistakes.json
vouch --nonsense
vouch help nonsense
echo "exit $?"
vouch --version
echo "exit $?"
vouch help check >/dev/null
echo "exit $?"
