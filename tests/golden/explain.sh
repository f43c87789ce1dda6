for rule in subscription-requires-period deprecated-vswitch-id storage-key-without-encryption json-syntax enum-invalid too-many-diagnostics; do
    vouch explain "$rule"
    echo "exit $?"
done
vouch explain period-out-of-rang
echo "exit $?"
vouch explain period-
echo "exit $?"
vouch explain nonsense
echo "exit $?"
vouch explain --format json vpc-auth-free
vouch rules | head -5
vouch rules --format json | head -c 300
echo
vouch fields | head -5
vouch fields --type response --format json | head -c 300
echo
