vouch check ../../docs/examples/subscription.json
echo "exit $?"
vouch check --quiet --format json ../../docs/examples/subscription.json
echo "exit $?"
