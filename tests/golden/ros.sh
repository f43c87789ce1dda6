# ROS templates, in YAML and in JSON. A value that must not be shown begins with hunter.
show() {
    vouch "$@" 2>&1
    echo "exit $?"
}
show check template.yml
for format in text concise json jsonl sarif junit github; do
    vouch check --quiet --format $format template.yml | grep -o hunter.
done
vouch check --quiet --format json --ignore required- template.yml
vouch check --quiet --format concise --select period-out-of-range --severity period-out-of-range=error template.yml
echo '{"ROSTemplateFormatVersion":"2015-09-01","Resources":{"Mq":{"Type":"ALIYUN::ROCKETMQ5::Instance","Properties":{"SeriesCode":"standrad",
"SubSeriesCode":{"Ref":"Sub"},"VpcInfo":{"VpcId":{"Fn::GetAtt":["Vpc","VpcId"]},"VSwitchIds":["vsw-a",1]},"InternetInfo":{"Fn::Jq":["a"]}}}}}' >"$TMPDIR/t.json"
show check --verbose - <"$TMPDIR/t.json"
for text in '{"ROSTemplateFormatVersion":"1","Transform":"Aliyun::Terraform-v1.5","Workspace":{}}' '{"ROSTemplateFormatVersion":"1"}' \
    '{"ROSTemplateFormatVersion":"1","Transform":["Aliyun::Serverless","Aliyun::Terraform-v1"]}' '[]' 'a: ['; do
    echo "$text" | show check --input-format ros -
done
echo "== a byte-order mark, no PaymentType, and a second document"
printf '\xEF\xBB\xBFROSTemplateFormatVersion: "2015-09-01"\nResources: {Mq: {Type: ALIYUN::ROCKETMQ5::Instance, Properties: {Period: 24}}}\n---\na: 1\n' |
    show check --format concise --select period,json --stdin-filename t.yml -
printf '\xEF\xBB\xBF{}' | show check --input-format tf-json -
touch "$TMPDIR/main.tf"
cd "$TMPDIR" && show check main.tf
cd - >/dev/null
echo "== not a template"
for text in '{"serviceCode":"rmq"}' '{}' '{"Resources":{}}' '{"ROSTemplateFormatVersion":"2015-09-01"}'; do
    echo "$text" | show check --input-format ros -
done
echo "== lists as defaults, merged properties, a key twice"
show check --format concise --stdin-filename t.yml - <<'END'
ROSTemplateFormatVersion: '2015-09-01'
Parameters: {P: {Type: CommaDelimitedList, Default: "vsw-1,vsw-2"}}
x: &m {SeriesCode: standard, SubSeriesCode: cluster_ha, InternetInfo: {InternetSpec: disable}}
Resources:
  Mq:
    Type: ALIYUN::ROCKETMQ5::Instance
    Properties: {<<: *m, Remark: a, Remark: b, VpcInfo: {VpcId: vpc-a, VSwitchIds: {Ref: P}}, ProductInfo: {MsgProcessSpec: rmq.s2.2xlarge}}
  Mr:
    Type: ALIYUN::ROCKETMQ5::Instance
    Properties: {<<: [*m], VpcInfo: {VpcId: vpc-a, VSwitchIds: [], VSwitchId: vsw-a}, ProductInfo: {MsgProcessSpec: rmq.s2.xlarge}}
END
for choice in '--select deprecated-vswitch-id' '--severity deprecated-vswitch-id=error'; do
    echo '{"ROSTemplateFormatVersion":"1","Resources":{"Mq":{"Type":"ALIYUN::ROCKETMQ5::Instance","Properties":{"VpcInfo":{"VSwitchId":"vsw-a"}}}}}' |
        show check --quiet --format concise $choice - | grep -v required-
done
echo "== a mapped default with NoEcho"
show check --format jsonl --select period-ignored --input-format ros - <<'END'
Parameters: {P: {Type: String, Default: Postpaid, NoEcho: true}}
ROSTemplateFormatVersion: '2015-09-01'
Resources: {Mq: {Type: ALIYUN::ROCKETMQ5::Instance, Properties: {PaymentType: {Ref: P}, Period: 6}}}
END
echo "== softened and dropped before findings are counted"
for months in 12 12.0 '"24"' 13; do
    echo "{\"ROSTemplateFormatVersion\":\"1\",\"Resources\":{\"Mq\":{\"Type\":\"ALIYUN::ROCKETMQ5::Instance\",\"Properties\":{\"PaymentType\":\"Subscription\",\"Period\":$months,\"VpcInfo\":{\"VSwitchId\":\"vsw-a\"}}}}}" |
        show check --format concise --ignore required-,msg-,vpc- --max-diagnostics 0 -
done
echo "== requests that speak of templates"
printf '# as in ROSTemplateFormatVersion\nserviceCode: rmq\nremark: ROSTemplateFormatVersion\n' >"$TMPDIR/speaks.yaml"
printf '"ROSTemplateFormatVersion": 1\n' >"$TMPDIR/quoted.yaml"
printf '# A template\n--- # here\n{ROSTemplateFormatVersion: 1}\n' >"$TMPDIR/flow.yaml"
printf '%%YAML 1.1\n---\n  Description: ROSTemplateFormatVersion\n  ROSTemplateFormatVersion: 1\n' >"$TMPDIR/indented.yaml"
for file in speaks quoted flow indented; do show check --verbose --format concise --select enum-invalid "$TMPDIR/$file.yaml" | sed "s#$TMPDIR/##"; done
echo "== properties that are none"
printf 'ROSTemplateFormatVersion: "1"\nResources:\n  A: {Type: "ALIYUN::ROCKETMQ5::Instance", Properties: [1]}\n  B: {Type: "ALIYUN::ROCKETMQ5::Instance", Properties: x}\n' |
    show check --format concise --select type-mismatch --input-format ros -
echo "== aliases of much"
python3 - <<'END' | show check --quiet --input-format ros -
print('ROSTemplateFormatVersion: "1"\nResources:\n  r: &r {Type: "ALIYUN::ROCKETMQ5::Instance", Properties: {VpcInfo: {VSwitchIds: [' + "x," * 2000 + "]}}}")
for i in range(100): print(f"  r{i}: *r")
END
