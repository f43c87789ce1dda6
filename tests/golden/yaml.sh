# Requests in YAML. A value that must not be shown begins with hunter.
show() {
    vouch "$@" 2>&1
    echo "exit $?"
}
show check --ignore required- request.yaml
vouch check --quiet --format json --ignore required- request.yaml
vouch check --quiet --format junit --ignore required- request.yaml | head -3
show fix request.yaml
show fix --unsafe --ignore required-,vswitch-missing --stdin-filename x.yml - <request.yaml
for format in text concise json jsonl sarif junit github; do
    vouch check --quiet --format $format request.yaml | grep -o hunter.
    printf 'storageSecretKey: hunter2\nb: [' | vouch check --quiet --format $format --input-format yaml - | grep -o hunter.
    printf 'a: &a hunter3\nproductInfo: {storageSecretKey: *a, b: "password=hunter4", a: 1}\n' |
        vouch check --quiet --format $format --input-format yaml - | grep -o hunter.
done
echo "== not documents, and documents that are not requests"
for text in '' '---' '# c' '- a' 'a: [1' '{a: b' '&a [*a]' '&a {a: *a}' 'a: *b' '? [x]: 1' 'a: !Ref b' '<<: 3' '"a": "\ud83d"' 'a: "\e[31m' \
    "$(printf 'a: b\xff')" "$(printf '[%.0s' $(seq 50))" $'\xEF\xBB\xBFserviceCode: rmqx\nseriesCode: standart' $'\xEF\xBB\xBF---\nseriesCode: é\n[' $'a: 1\n---\nb: 2\n...\n---\nc: [' $'\xEF\xBB\xBFé: 1'; do
    printf '%s' "$text" | show check --quiet --input-format yaml --format concise --ignore required- - | cat -v
done
echo "== values"
only=json-syntax,type-mismatch,not-an-integer,integer-overflow,number-out-of-range,null-value,duplicate-key
for value in 3 +3 -3 03 0o3 0x3 08 0xg 3. 3.0 3e0 .5 3e 1_000 12:30 .inf -.INF .nan 99999999999999999999 0xfffffffffffffffffff '"3"' "'3'" '!!str 3' '!!int "3"' '! 3' \
    true TRUE tRue yes off n '' '~' Null '!!null ""' '!!bool x' '|
  3' '2020-01-01' '[3]' '{a: 3}' '!!seq [3]' '!!set {a}'; do
    echo "= $value"
    printf 'period: %s\n' "$value" | vouch check --quiet --input-format yaml --format concise --select $only -
    printf 'autoRenew: %s\n' "$value" | vouch check --quiet --input-format yaml --format concise --select $only -
done
echo "== merged"
printf '%s\n' 'x: &x {serviceCode: a, period: x}' 'y: &y {serviceCode: b, remark: 3}' '<<: [*x, *y]' 'serviceCode: rmq' 'period: 1' |
    vouch check --quiet --input-format yaml --format concise --select type-mismatch,service-code-invalid,duplicate-key -
printf 'a: &a [%s]\nb: &b [%s]\nc: &c [%s]\nd: [%s]\n' "$(printf '1,%.0s' $(seq 30))" "$(printf '*a,%.0s' $(seq 30))" \
    "$(printf '*b,%.0s' $(seq 30))" "$(printf '*c,%.0s' $(seq 30))" | vouch check --quiet --input-format yaml --format concise -
vouch sample --format yaml --full
vouch sample --format yaml --set subSeriesCode=serverless --set 'instanceName=123' | show check --input-format yaml -
printf '# a\n  }\n' | show check --quiet --input-format yaml --format concise -
printf 'a\n"b' | show check --quiet --input-format yaml --format concise -
echo "== aliases"
printf 'x: &a 77\ny: &b {flowOutBandwidth: 0, flowOutType: yes}\nperiod: *a\nnetworkInfo: {internetInfo: {<<: *b}}\nproductInfo: &c {autoScaling: 1}\nz: *c\n' |
    vouch check --quiet --input-format yaml --select period,flow,type - 2>&1
printf '!foo period: 9\n' | show check --quiet --input-format yaml --format concise -
printf '!!str period: 9\n' | show check --quiet --input-format yaml --format concise --select period -
echo "== a token in the body"
for token in abc-1 12 '' '{a: 1}'; do
    printf 'serviceCode: rmq\nclientToken: %s\n' "$token" | show fix --ignore required- --stdin-filename x.yml -
done
echo "== directories"
cd "$TMPDIR"
mkdir -p project/other
for file in a.yaml b.yml other/c.yaml d.json; do printf 'period: 13' >"project/$file"; done
show check --quiet --format concise --select period project
for include in '"*.yaml"' '"*.json", "other/**"' '"*.json", "*.yml", "other/*.yaml"'; do
    echo "{\"include\": [$include]}" >project/.vouch.json
    show check --quiet --format concise --select period,json-syntax project
done
rm project/.vouch.json project/d.json
show check project
echo "== hostile"
long=$(printf 'x%.0s' $(seq 100000))
{ echo "a: &a $long"; echo "b: [$(printf '*a ,%.0s' $(seq 20))]"; } | show check --quiet --input-format yaml --format concise - | cut -c1-100
{ echo "a: &a $long"; echo "b: [$(printf '{? *a : 1},%.0s' $(seq 20))]"; } | show check --quiet --input-format yaml --format concise - | cut -c1-100
{ seq -f '%%TAG !a%.0f! x' 1001; printf '%s\n' --- 'a: 1'; } | show check --quiet --input-format yaml --format concise -
yes -- --- | head -10001 | show check --quiet --input-format yaml --format concise - | tail -2

echo "== what standard input is"
printf 'paymentType: payasyougo\n' | show fix --input-format yaml --ignore required- -
printf 'paymentType: payasyougo\n' | show fix --input-format ros -
echo "== neighbors that are removed together"
show fix --ignore required- --input-format yaml - <<'END'
serviceCode: rmq
paymentType: PayAsYouGo
period: 3       # months
periodUnit: Month
productInfo: {msgProcessSpec: rmq.s2.2xlarge}
END
show fix --ignore required- --input-format yaml - <<'END'
{serviceCode: rmq, paymentType: PayAsYouGo, period: 3, periodUnit: Month}
END
echo "== no map"
echo '# nothing' | vouch check --quiet --input-format yaml -
echo '- serviceCode: rmq' | vouch check --quiet --input-format yaml -
echo "== words for booleans, where they are and elsewhere"
printf 'autoRenew: off\nperiod: off\ntags: no\n' | show check --quiet --select type-mismatch --input-format yaml -
printf 'autoRenew: off\nperiod: off\ntags: no\n' | show fix --unsafe --select type-mismatch --input-format yaml -
echo "== what would break a text is not fixed"
fixed() { printf '%b' "$1" >"$TMPDIR/d.yaml"; (cd "$TMPDIR" && vouch fix --write --unsafe --ignore required- d.yaml; cat -A d.yaml); }
fixed '{"serviceCode":"rmq","SeriesCode":"standard","networkInfo":{"vpcInfo":{"vpcId":"vpc-1","vSwitchId":"vsw-1"}}}\n'
fixed "clientToken: t # a\rremark: keep\n"
fixed 'clientToken: abc # mine\xc2\x85serviceCode: rmq\n'
fixed '&k servicecode: rmq\nremark: *k\n'
fixed 'networkInfo:\n  vpcInfo:\n    vSwitches:\n    - vSwitchId: vsw-x\n    - vSwitchId: &z vsw-x\nremark: *z\n'
fixed '{\n  remark: null\n  , serviceCode: rmq\n}\n'
fixed '?\n  clientToken\n: abc\nserviceCode: rmq\n'
fixed 'productInfo:\n  storageEncryption: null\n  traceOn: null\n'
fixed 'serviceCode: "RMQ"\nseriesCode: '"'Standard'"'\n'
echo "== YAML that is no request, aliases of secrets, tags and octal numbers of secrets"
for text in '{serviceCode: !foo rmq, productInfo: {storageSecretKey: hunter2}}' '{a: rmq, [a]: 1, productInfo: {storageSecretKey: hunter2}}' \
    '? {storageSecretKey: hunter2}\n: 1' '? storageSecretKey: hunter2\n: 1' 'productInfo:\n  storageSecretKey: 0123456' \
    'productInfo:\n  storageSecretKey: !hunter2 x' 'productInfo: {storageSecretKey: &s "hunter2!"}\ninstanceName: *s' \
    'instanceName: &s "hunter2!"\nproductInfo: {storageSecretKey: *s}'; do
    for format in text concise jsonl sarif; do printf "$text" | vouch check --format $format --input-format yaml - 2>&1 | grep -e hunter2 -e 0123456; done
    printf "$text" | vouch check --quiet --format concise --select json-syntax,instance-name --input-format yaml -
done
echo "== help with YAML that is read as JSON"
printf 'ROSTemplateFormatVersion: "1"\nResources: {}\n' | vouch check --quiet - | grep help
printf 'serviceCode: rmq\n' | vouch check --quiet - | grep help
echo "== fixes that would bring an error together, comments, several documents"
fixed '{"networkInfo":{"vpcInfo":{"vSwitchId":"vsw-1|vsw-2","vswitches":null}}}\n'
(cd "$TMPDIR" && printf '{"networkInfo":{"internetInfo":{"internetSpec":"DISABLE","flowOutType":"PayByTraffic"}}}\n' | vouch fix --input-format yaml --write --ignore required- -)
fixed 'networkInfo:\n  vpcInfo:\n    vSwitches:\n      - vSwitchId: vsw-1\n      - vSwitchId: vsw-1\n    # the group of production\n    securityGroupIds: sg-1\n'
fixed 'productInfo:\n  x: |+\n    a\n  traceOn: null\n\n  sendReceiveRatio: 0.5\n---\nproductInfo:\n  traceOn: null\n  sendReceiveRatio: 0.5\n'
fixed 'remark: why?\nautoRenew: null\nperiod: null\t# c\n'
echo "== what a secret node holds, and stands for"
for text in 'instanceName: &s 0123456\nproductInfo: {storageSecretKey: *s}' \
    'networkInfo: {internetInfo: &m {internetSpec: hunter2}}\nproductInfo: {storageSecretKey: *m}'; do
    for format in concise jsonl sarif; do printf "$text" | vouch check --format $format --input-format yaml - 2>&1 | grep -e hunter2 -e 0123456; done
done
echo "== nor is a fix offered that would break a text"
printf 'clientToken: t # a\rremark: keep\n' | vouch check --quiet --format jsonl --select client-token-in-body --input-format yaml - | grep -o '"fixes":.*'
printf '?\n  clientToken\n: abc\nremark: keep\n' | vouch check --quiet --format jsonl --select client-token-in-body --input-format yaml - | grep -o '"fixes":.*'
