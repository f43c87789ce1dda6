# Tabs, CRLF, wide and combining characters, long lines, hostile keys and values.
printf '{\t"remark": 1,\r\n\t\t"名字": 2, "\xc3\xa9e\xcc\x81": 3,\r\n"\\u001b[31m": 4, "\xe2\x80\xae": 5, "period": "\\n"}' | vouch check --quiet -
head -c 3000 /dev/zero | tr '\0' ' ' >"$TMPDIR/pad"
{ printf '{'; cat "$TMPDIR/pad"; printf '"remark": 1,'; cat "$TMPDIR/pad"; printf '"period": "x"}'; } | vouch check --quiet -
COLUMNS=50 vouch check --color always --quiet five-mistakes.json | head -6
TERM=dumb vouch check --quiet five-mistakes.json | grep -c "$(printf '\033')"
FORCE_COLOR=0 vouch check --quiet five-mistakes.json | grep -c "$(printf '\033')"
FORCE_COLOR=1 vouch check --quiet five-mistakes.json | grep -c "$(printf '\033')"
echo '{"storageSecretKey":"marker1","storage_secret_key":["marker2"],"productInfo":{"storageSecretKey":{"a":"marker3"},"StorageSecretKey":"marker4","storageSecretKey":7,"traceOn":"x"}}' >"$TMPDIR/secret.json"
echo '{"productInfo":{"storageSecretKey":"marker5","traceOn":"x"}' >"$TMPDIR/broken.json"
for format in text concise json jsonl sarif junit github; do
    vouch check --format $format "$TMPDIR/secret.json" "$TMPDIR/broken.json" 2>&1 | grep -c marker
done
vouch fix --unsafe "$TMPDIR/secret.json" "$TMPDIR/broken.json" 2>&1 | grep -c marker
vouch check --config "$TMPDIR/secret.json" five-mistakes.json 2>&1 | grep -c marker
printf '{\n"productInfo":{"storageSecretKey": [\n"marker6",\n"marker7"], "traceOn": true},\n"subSeriesCode":"cluster_ha"}\n' | vouch fix --quiet -
