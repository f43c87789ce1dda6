# A value that must not be shown begins with hunter.
show() {
    vouch "$@" 2>&1
    echo "exit $?"
}
echo '{"productInfo":{"storageSecretKy":"hunter1","storgeSecretKey":"hunter2","storageSecretKey":3},"remark":null}' >"$TMPDIR/a.json"
show check "$TMPDIR/a.json" --stdin-filename a.json <"$TMPDIR/a.json" | sed "s|$TMPDIR/||"
show fix --unsafe - <"$TMPDIR/a.json"
echo '{"productInfo":"{\"storageSecretKey\":\"hunter4\"}","db_password":"hunter5","clientToken":"shown","accessToken":"hunter6"}' | show check -
echo '{"productInfo":{"storageSecrtKey":"hunter7",}}' | show check -
printf '{\n"storageSecretKey"\n:\n"hunter8"\n}\n{"period":"shown"}\n' | show check --ndjson -
for format in text concise json jsonl sarif junit github; do
    vouch check --format $format "$TMPDIR/a.json" | grep -o hunter.
done
printf '{"clientToken":{"password":"hunter2"},"serviceCode":"rmq"}' | vouch fix --quiet - 2>&1
