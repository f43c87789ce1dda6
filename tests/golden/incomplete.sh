echo '{"paymentType":"Subscription"}' | vouch check -
echo "exit $?"
