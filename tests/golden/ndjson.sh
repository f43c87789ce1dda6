printf '{"paymentType":"Subscription"}\n\n{"success":1}\r\nnull\n' | vouch check --type response --ndjson --format jsonl -
echo "exit $?"
printf '{"a":1}\n{"b":2}\n' | vouch check --type response --ndjson --format concise --unknown error -
echo "exit $?"
