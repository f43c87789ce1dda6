mkdir -p "$TMPDIR/project/legacy"
cp five-mistakes.json "$TMPDIR/project/"
cp five-mistakes.json "$TMPDIR/project/legacy/old.json"
cd "$TMPDIR/project"
check() { vouch check --format concise "$@"; echo "exit $?"; }
cat >.vouch.json <<'END'
{
  "ignore": ["basis:vendor", "deprecated-"],
  "severity": [{ "rule": "unknown-field", "level": "info" }],
  "overrides": [
    { "files": "legacy/**", "ignore": ["enum-invalid", "period-out-of-range"] },
    { "pointer": "/networkInfo/**", "severity": [{ "rule": "flow-out-type-requires-internet", "level": "warning" }] },
    { "files": "*.json", "unknown": "ignore" },
    { "files": "nothing/*", "ignore": ["vpc-auth-free"] },
    { "pointer": "/tags/*", "ignore": ["tag-key-missing"] }
  ]
}
END
check .
check --no-config legacy
check --severity flow-out-type-requires-internet=error --select flow-out --unknown error five-mistakes.json
vouch fix legacy/old.json
check --ignore enum-invalid,period-out-of-range --severity type-mismatch=info,unknown-field=error --ignore deprecated- --no-config five-mistakes.json
echo '{ "unknown": "ignore", "overrides": [{ "files": "legacy/*", "unknown": "error" }] }' >.vouch.json
check --select unknown-field .
cat >.vouch.json <<'END'
{ "ignore": ["no-such"], "selekt": [], "severity": [{ "rule": "period", "level": "fatal" }], "overrides": [{ "ignore": [] }] }
END
check five-mistakes.json
echo '{' >.vouch.json
check five-mistakes.json
echo '{}' >other.json
check --config other.json --select period- five-mistakes.json
check --config missing.json five-mistakes.json
check --select bandwith-required five-mistakes.json
check --ignore basis:opinion five-mistakes.json
