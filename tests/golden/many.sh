# The output of many files is in their order, whatever the number of jobs.
mkdir "$TMPDIR/many"
for i in $(seq -w 60); do
    if [ $((10#$i % 7)) -eq 0 ]; then cp five-mistakes.json "$TMPDIR/many/$i.json"; else vouch sample >"$TMPDIR/many/$i.json"; fi
done
cd "$TMPDIR"
for format in text json jsonl sarif junit github; do
    for jobs in 1 4 16; do vouch check --quiet --format $format --jobs $jobs many | cksum; done | uniq | wc -l
done
vouch check --quiet --format concise --jobs 4 many | tail -3
vouch check --quiet many | head -1
