printf '{\n  "serviceCode": "rmq",\n  // the edition\n  "seriesCode": "standard"\n}\n' | vouch check --stdin-filename request.json -
echo "exit $?"
printf '{"storageSecretKey": "MARKER" "a": 1}' | vouch check -
echo "exit $?"
vouch check - </dev/null
echo "exit $?"
