cp five-mistakes.json "$TMPDIR"
cd "$TMPDIR"
vouch fix five-mistakes.json
echo "exit $?"
vouch fix --unsafe --diff five-mistakes.json >unsafe.diff
echo "exit $?"
chmod 640 five-mistakes.json
ln -s five-mistakes.json link.json
vouch fix --write link.json
echo "exit $?"
stat -c '%A %F %n' five-mistakes.json link.json
vouch fix --write five-mistakes.json
echo "exit $?"
echo '{"clientToken":"abc","Remark":"x","REMARK":"y","remark":null}' | vouch fix --write -
echo "exit $?"
echo '{"remark":' | vouch fix -
echo "exit $?"
echo '{"remark":null}' | vouch fix --ignore null-value --stdin-filename request.json --quiet -
echo "exit $?"
vouch fix nowhere.json
echo "exit $?"
vouch fix --write --diff five-mistakes.json 2>/dev/null
echo "exit $?"
ls
