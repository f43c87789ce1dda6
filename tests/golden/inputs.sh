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
cp configs/b.json -- -b.json
vouch check --type response -- -b.json configs/b.json
echo "exit $?"
vouch check --type response configs/b.json -- -b.json
echo "exit $?"
vouch check -b.json
vouch check --type response --format json --format concise configs/b.json
vouch check --type response --format concise -o - configs/deep/a.json
vouch check --type response -o configs/b.json configs
echo "exit $?"
vouch check --type response --input-format yaml configs/b.json
echo "exit $?"
vouch check --ndjson --input-format yaml configs/b.json
mkdir mixed && echo '{"terraform":{}}' >mixed/main.tf.json && cp configs/b.json mixed/b.json
vouch fix --select null-value mixed
echo "exit $?"
vouch fix --select null-value mixed/main.tf.json
echo "exit $?"
echo 'resource "x" "y" {}' >main.tf
for command in check fix http; do vouch $command main.tf; echo "exit $?"; done
vouch fix nowhere.json main.tf configs/b.json --type response
echo "exit $?"
printf '{\n"clientToken":"****"}' | vouch check --quiet --client-token 'a b' --select client- -
echo '{"data":"rmq-1","requestId":"A"}' >s.json
vouch check --type response --format concise --quiet - -o s.json <s.json
vouch check --type response --format concise --quiet --stdin-filename s.json - -o s.json </dev/null
cat s.json
(cd configs && vouch check --type response --format concise . ./deep)
echo '{}' >.vouch.json
vouch check --type response --quiet s.json -o .vouch.json
vouch check --type response --quiet s.json --config ''
vouch check --type response --quiet s.json --no-config --config x
rm .vouch.json
ln -s nowhere .vouch.json
vouch check --type response --quiet s.json
echo "exit $?"
rm .vouch.json
mkfifo .vouch.json
vouch check --type response --quiet s.json
echo "exit $?"
