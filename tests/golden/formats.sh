cp five-mistakes.json "$TMPDIR"
cd "$TMPDIR"
vouch sample >clean.json
head -c 300 five-mistakes.json >one.json
for format in sarif junit github concise; do
    for files in clean.json one.json five-mistakes.json "clean.json nowhere.json"; do
        echo "== $format $files"
        vouch check --quiet --format $format $files 2>&1 | sed -e 's/"rules":\[.*\],"x"/"rules":[]/' -e 's/"rules":\[.*\]}},"columnKind"/"rules":[…]}},"columnKind"/'
        echo "exit ${PIPESTATUS[0]}"
    done
done
vouch check --quiet --format json clean.json nowhere.json 2>/dev/null
echo "exit $?"
