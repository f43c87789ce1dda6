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
echo "== overrides of many findings, and the order of regraded ones"
mkdir many
python3 - <<'END'
import json
internet = {"internetSpec": "disable", "flowOutType": "payByTraffic", "flowOutBandwidth": 0, "ipWhitelist": ["x"] * 1500}
json.dump({"networkInfo": {"internetInfo": internet}}, open("many/a.json", "w"))
END
echo '{"overrides": [{"files": "*.json", "ignore": ["ip-whitelist-", "deprecated-"], "severity": [{"rule": "bandwidth-ignored", "level": "error"}, {"rule": "flow-out-bandwidth-range", "level": "info"}]}]}' >many/.vouch.json
check --ignore required-,vpc-,vswitch- many
check --ignore required-,vpc-,vswitch- --max-diagnostics 1 many
echo "== what the command line selects"
echo '{"ignore": ["period-"]}' >.vouch.json
check --select period- five-mistakes.json
check --select period- --ignore period- five-mistakes.json
echo '{"severity": [{"rule": "period-", "level": "error"}]}' >.vouch.json
vouch check five-mistakes.json
echo "== what overrides cannot ignore"
mkdir fixed
echo '{"overrides": [{"files": "./*.json", "ignore": ["json-syntax", "null-value"]}]}' >fixed/.vouch.json
echo '{"a":' >fixed/broken.json
echo '{"remark":null}' >fixed/null.json
check --select null-value fixed/null.json
check fixed/broken.json
