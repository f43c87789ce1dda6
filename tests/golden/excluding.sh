mkdir -p "$TMPDIR/project/legacy" "$TMPDIR/project/node_modules/x" "$TMPDIR/project/.git"
for folder in . legacy node_modules/x .git; do cp five-mistakes.json "$TMPDIR/project/$folder/request.json"; done
cd "$TMPDIR/project"
check() { vouch check --format concise --select period "$@"; echo "exit $?"; }
check .
check --exclude legacy .
check --exclude 'leg*/**,other' .
check --exclude '*.json' .
check --exclude request.json request.json
check node_modules/x/request.json
echo '{ "exclude": ["legacy"] }' >.vouch.json
check .
vouch fix --select null-value . ; echo "exit $?"
echo '{ "include": ["legacy/**"] }' >.vouch.json
check .
echo '{ "overrides": [{ "files": "nothing/*", "ignore": ["period-out-of-range"] }] }' >.vouch.json
check request.json
check legacy
check .
check "$PWD" 2>&1 | tail -3 | sed "s#$PWD#PROJECT#"
vouch check --statistics . 2>&1 >/dev/null
rm .vouch.json
mkdir -p sub/legacy && cp request.json sub/legacy
for pattern in legacy/ ./legacy "$PWD/legacy/" sub/legacy/; do echo "exclude ${pattern/$PWD/PROJECT}"; check --exclude "$pattern" .; done
check --exclude legacy request.json legacy/request.json
check --ignore period-out-of-range request.json sub/legacy/request.json
check 'su*' 'sub/*' -- request.json
echo '{ "exclude": ["sub/"] }' >.vouch.json
check .
