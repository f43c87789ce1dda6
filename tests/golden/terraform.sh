# Plans of Terraform, and configurations in JSON. A value that must not be shown begins with hunter.
show() {
    vouch "$@" 2>&1
    echo "exit $?"
}
show check plan.json
show check --verbose --format concise plan-traps.json
for format in json sarif junit github; do
    echo "== $format"
    vouch check --format $format plan.json 2>&1 | sed -e 's/"rules":\[.*\]}},"columnKind"/"rules":[…]}},"columnKind"/'
done
echo "== traps, for JUnit and JSON Lines"
show check --quiet --format junit --fail-on warning plan-traps.json
show check --quiet --format jsonl - <plan-traps.json
show check main.tf.json
for format in text concise json jsonl sarif junit github; do
    vouch check --format $format plan-traps.json main.tf.json 2>&1 | grep -o hunter.
    vouch check --format $format plan.json 2>&1 | grep -o key-2f7c1d
done
echo "== sensitive, but not sent: nothing of it is shown"
python3 - <<'END' >"$TMPDIR/sensitive.json"
import json
plan = json.load(open("plan.json"))
change = plan["resource_changes"][0]["change"]
change["after"] |= {"service_code": "RMQ", "ip_whitelists": ["hunter1"], "acl_info": [{"acl_types": ["hunter2"], "x": "shown"}],
                    "software": "hunter3", "tags": {"hunter4": "w" * 129, "hunter5": "hunter6"}}
change["after_sensitive"] |= {"ip_whitelists": True, "acl_info": [{"acl_types": [True]}], "software": True, "tags": True}
print(json.dumps(plan))
END
for format in text concise json jsonl sarif junit github; do
    vouch check --format $format "$TMPDIR/sensitive.json" 2>&1 | grep -o hunter.
done
vouch check --select tag- --quiet - <"$TMPDIR/sensitive.json"
echo "== not plans"
for text in '{"format_version":"1.0","values":{"root_module":{}}}' '{"format_version":"1.0"}' \
    '{"format_version":"2.0","resource_changes":[]}' '{"format_version":3,"planned_values":{}}' \
    '{"format_version":"1.2","planned_values":{"root_module":{}}}' '{"resource_changes":[]}' '{"format_version":' \
    '{"format_version":"1.2","resource_changes":{}}' \
    '{"format_version":"1.2","resource_changes":[{"type":"alicloud_rocketmq_instance","address":"a.b","change":{"actions":"create"}}]}'; do
    echo "$text" | show check --format concise -
    echo "$text" | show check --format concise --input-format terraform-plan -
done
for format in json jsonl sarif junit; do
    echo '{"format_version":"1.2","planned_values":{},"errored":true}' | vouch check --format $format --quiet - |
        sed -e 's/"rules":\[.*\]}},"columnKind"/"rules":[…]}},"columnKind"/'
done
echo "== not configurations"
for text in '{"serviceCode":"rmq"}' '{}' '[]' '{"locals":{}}' '[{"serviceCode":"rmq"},{"//":""}]'; do
    echo "$text" | show check --input-format tf-json -
done
show fix plan.json
show check --input-format request --select unknown-field --format concise plan.json
echo "== recognized by content, whatever the name"
cp plan.json "$TMPDIR/plan.tf.json"
cp main.tf.json "$TMPDIR/main.json"
(cd "$TMPDIR" && show check --verbose --format concise plan.tf.json main.json) | grep -e read.as -e enum-
show http plan.json
sed 's/"flow_out_bandwidth": null/"flow_out_bandwidth": 5/' plan.json | show check --quiet --select bandwidth-,flow- -
echo '{"resource":{"alicloud_rocketmq_instance":{"x":{"auto_renew":"1","period":"","product_info":{"auto_scaling":"0","message_retention_time":""}}}}}' |
    show check --format concise --select type-mismatch -
echo "== blocks made by dynamic, and blocks that come again"
vpc='"vpc_info":{"vpc_id":"vpc-1","dynamic":[{"x":{}},{"vswitches":{"for_each":[1],"content":{}}}]}'
for body in "\"network_info\":{$vpc}" '"dynamic":[{"network_info":{}},{"product_info":{}}],"product_info":[]' \
    '"dynamic":{"network_info":{}},"product_info":[{"msg_process_spec":"rmq.s2.2xlarge"},{"msg_process_spec":"nonsense"}]'; do
    echo "{\"resource\":{\"alicloud_rocketmq_instance\":{\"x\":{$body}}}}" |
        show check --format concise --select vswitch-missing,msg-process-spec -
    echo "{\"resource\":{\"alicloud_rocketmq_instance\":{\"x\":{$body}}}}" |
        show check --format concise --select vswitch-missing,msg-process-spec,required- - | grep networkInfo
done
echo "== a plan that is read as something else shows nothing of its variables"
echo '{"format_version":"1.2","variables":{"a":{"value":"hunter7"}},"serviceCode":"x"}' >"$TMPDIR/v.json"
for format in request yaml; do
    vouch check --quiet --input-format $format --select service-,unknown- "$TMPDIR/v.json" | grep -v '^/'
done
head -c 62 "$TMPDIR/v.json" | show check --quiet -
