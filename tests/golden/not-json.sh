printf '{\n  "serviceCode": "rmq",\n  // the edition\n  "seriesCode": "standard"\n}\n' | vouch check --stdin-filename request.json -
echo "exit $?"
printf '{"storageSecretKey": "MARKER" "a": 1}' | vouch check -
echo "exit $?"
vouch check - </dev/null
echo "exit $?"
echo "== other formats"
printf 'serviceCode: rmq\n' | vouch check --quiet --ndjson - | grep help
printf 'serviceCode: rmq\n' | vouch check --quiet --type response - | grep help
printf 'resource "alicloud_rocketmq_instance" "a" {\n}\n' | vouch check --quiet - | grep help
for number in 01 +1 .5 1. -; do printf '{"period": %s}' "$number" | vouch check --quiet - | grep -e error -e help; done
