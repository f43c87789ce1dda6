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
echo "== not plans"
for text in '{"format_version":"1.0","values":{"root_module":{}}}' '{"format_version":"1.0"}' \
    '{"format_version":"2.0","resource_changes":[]}' '{"format_version":3,"planned_values":{}}' \
    '{"format_version":"1.2","planned_values":{"root_module":{}}}' '{"resource_changes":[]}' '{"format_version":'; do
    echo "$text" | show check --format concise -
    echo "$text" | show check --format concise --input-format terraform-plan -
done
vouch check --format json --quiet - <<<'{"format_version":"1.2","planned_values":{}}'
show fix plan.json
show check --input-format request --select unknown-field --format concise plan.json
