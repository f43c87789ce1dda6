vouch sample
vouch sample --set subSeriesCode=serverless | vouch check --fail-on warning -
echo "exit $?"
vouch sample --full --set paymentType=Subscription --set period=2 --set 'tags.0.key=team' | vouch check --fail-on warning -
echo "exit $?"
vouch sample --type response --full
vouch sample --set period=12
echo "exit $?"
vouch sample --set perid=1
echo "exit $?"
vouch sample --set vpcId=1
echo "exit $?"
vouch sample --set clientToken=1
echo "exit $?"
vouch sample --set period
echo "exit $?"
vouch sample | vouch http --client-token 'a/b c+d' --quiet - 2>/dev/null
echo "exit $?"
vouch sample | vouch http --client-token 'a/b+d' - | tr -d '\r'
echo
vouch sample --set "remark=it's" | vouch http --curl -
vouch sample --set "remark=it's" | vouch http --aliyun -
vouch sample | vouch http --aliyun --client-token "a'b" -
vouch sample | sed 's/^{/{"$schema": "x.json", "newField": [1, 2],/' | vouch http - | tail -c 20
echo '{"clientToken":"0a1b"}' | vouch http -
echo "exit $?"
vouch policy --region ap-southeast-1 --account 123456789012
vouch policy --region Asia --account me
echo "exit $?"
vouch policy | head -8 | tail -1
vouch schema | head -5
vouch schema --type config
vouch completion bash | bash -n
echo "exit $?"
vouch completion tcsh 2>/dev/null
echo "exit $?"
vouch help --man | head -3
