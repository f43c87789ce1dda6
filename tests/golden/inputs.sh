mkdir -p "$TMPDIR/configs/deep" "$TMPDIR/empty"
cd "$TMPDIR"
echo '{"data":"rmq-1","requestId":"A","success":true}' >configs/b.json
echo '{"success":true}' >configs/deep/a.json
echo 'not looked at' >configs/c.txt
vouch check --type response --format concise configs
echo "exit $?"
vouch check --type response --format concise 'configs/*.json' configs/b.json
echo "exit $?"
vouch check nowhere.json 'no/*.json' empty configs/b.json --type response
echo "exit $?"
vouch check --type response --fail-on never configs -o out.json --format json --quiet
echo "exit $?"
cat out.json
vouch check --type response configs -o nowhere/out.json
echo "exit $?"
vouch check --client-token= configs/b.json --quiet --format concise --ignore required-missing
echo "exit $?"
