// SPDX-License-Identifier: BSL-1.0
// The library and a second implementation of the rules agree about requests: all combinations of the fields that rules
// read together, any two or three fields changed in a request, and many texts.
#include <apsaramq.hpp>

#include "../catch.hpp"
#include "../lanes.hpp"
#include "fields.hpp"
#include "rules.hpp"

#include <set>

using namespace combined;

namespace {

/// Compares what both say about requests, shows the first that they differ about, and counts.
class comparison {
public:
    /// Whether to go on.
    bool operator()(const request& r) {
        if (differences_ == enough) return false;
        ++combinations_;
        expected_.clear();
        second::find(r, expected_);
        const vouch::report found = plain_lane::validate(r);
        const bool clean = vouch::detail::straight::is_clean(r);
        without_findings_ += expected_.empty() ? 1U : 0U;
        recognized_ += clean ? 1U : 0U;
        if (!is_expected(found) || (clean && !found.empty())) show(r, found, clean);
        for (const second::finding& f : expected_) rules_.insert(f.rule);
        return true;
    }

    /// They agreed, also about a request without findings, and these rules were broken.
    void expect(std::initializer_list<std::string_view> rules) const {
        UNSCOPED_INFO(combinations_ << " combinations, " << without_findings_ << " without findings");
        REQUIRE(differences_ == 0);
        CHECK(without_findings_ > 0);
        // The straight lane answers for most of these; for odd ones, such as empty texts, it asks the plain one.
        CHECK(recognized_ * 3 > without_findings_);
        std::vector<std::string_view> never_broken;
        for (const std::string_view rule : rules) {
            if (!rules_.contains(rule)) never_broken.push_back(rule);
        }
        CHECK(never_broken == std::vector<std::string_view>{});
    }

private:
    static constexpr std::size_t enough = 3;

    /// Whether a report has the expected findings, each once, in any order.
    bool is_expected(const vouch::report& found) {
        ours_.clear();
        for (const second::finding& f : expected_) ours_.emplace_back(f.rule, f.path);
        std::sort(ours_.begin(), ours_.end());
        theirs_.clear();
        for (const vouch::diagnostic& d : found) theirs_.emplace_back(d.rule, d.path);
        std::sort(theirs_.begin(), theirs_.end());
        return ours_ == theirs_;
    }

    void show(const request& r, const vouch::report& found, bool clean) {
        ++differences_;
        strings expected;
        for (const second::finding& f : expected_) expected.push_back(std::string(f.rule) + " " + f.path);
        strings reported;
        for (const vouch::diagnostic& d : found) reported.push_back(std::string(d.rule) + " " + d.path);
        std::sort(expected.begin(), expected.end());
        std::sort(reported.begin(), reported.end());
        INFO(vouch::write(r, {.include_query = true}));
        CHECK(reported == expected);
        CHECK((!clean || found.empty()));  // The verdict of the straight lane.
    }

    std::vector<second::finding> expected_;
    std::vector<std::pair<std::string_view, std::string_view>> ours_;
    std::vector<std::pair<std::string_view, std::string_view>> theirs_;
    std::set<std::string_view> rules_;
    std::size_t combinations_ = 0;
    std::size_t without_findings_ = 0;
    std::size_t recognized_ = 0;  ///< Of these, by the straight lane.
    std::size_t differences_ = 0;
};

texts optional(const strings& list) { return {list.begin(), list.end()}; }

}  // namespace

TEST_CASE("both implementations agree about edition and billing", "[exhaustive]") {
    const request_fields f;
    comparison c;
    walk(cluster(), {&f.service, &f.series, &f.sub_series, &f.payment}, c);
    walk(cluster(),
         {&f.commodity, &f.sub_series, &f.payment, &f.period_unit, &f.auto_renew, &f.auto_renew_period, &f.period}, c);
    c.expect({"required-missing",
              "required-blank",
              "enum-invalid",
              "blank-optional",
              "service-code-invalid",
              "series-code-legacy",
              "ultimate-requires-cluster-ha",
              "single-node-discontinued",
              "serverless-subscription",
              "subscription-requires-period",
              "period-out-of-range",
              "period-unit-missing",
              "period-ignored",
              "auto-renew-ignored",
              "auto-renew-period-invalid",
              "auto-renew-period-ignored",
              "auto-renew-period-missing",
              "deprecated-commodity-code",
              "commodity-code-unknown",
              "commodity-code-mismatch",
              "serverless-commodity-code-missing"});
}

TEST_CASE("both implementations agree about productInfo", "[exhaustive]") {
    const request_fields f;
    comparison c;
    request without = cluster();
    without.productInfo.reset();
    walk(without, {&f.series, &f.sub_series, &f.payment}, c);
    walk(cluster(),
         {&f.spec, &f.series, &f.sub_series, &f.dr_mode, &f.trace, &f.auto_scaling, &f.capacity_type, &f.capacity}, c);
    walk(cluster(), {&f.secret, &f.encryption, &f.retention, &f.sub_series, &f.ratio}, c);
    c.expect({"enum-invalid",
              "number-out-of-range",
              "blank-optional",
              "placeholder-value",
              "msg-process-spec-missing",
              "msg-process-spec-format",
              "msg-process-spec-series-mismatch",
              "msg-process-spec-sub-series-mismatch",
              "send-receive-ratio-range",
              "message-retention-time-range",
              "auto-scaling-unsupported-edition",
              "storage-encryption-without-key",
              "storage-key-without-encryption",
              "capacity-non-serverless",
              "provisioned-capacity-missing",
              "provisioned-capacity-with-ondemand",
              "provisioned-capacity-without-mode",
              "provisioned-capacity-not-positive",
              "trace-on-ignored",
              "dr-replication-single-node"});
}

TEST_CASE("both implementations agree about specification codes", "[exhaustive]") {
    const request_fields f;
    comparison c;
    strings codes = texts_of({"rmq", ".", "s", "u2", "3", "A"}, 5);
    for (const char* letters : {"", "s", "p", "u", "x", "S", "sp", "ss"}) {
        for (const char* digits : {"", "0", "1", "2", "3", "4", "12", "22", "02"}) {
            for (const char* size : {"", ".", ".2xlarge", ".X", ".a b", ".a.b"})
                codes.push_back(std::string("rmq.") + letters + digits + size);
        }
    }
    const field spec = make([](request& r) { return &product(r).msgProcessSpec; }, optional(codes));
    walk(cluster(), {&spec, &f.series, &f.sub_series}, c);
    c.expect({"msg-process-spec-format", "msg-process-spec-series-mismatch", "msg-process-spec-sub-series-mismatch"});
}

TEST_CASE("both implementations agree about Internet access", "[exhaustive]") {
    const request_fields f;
    comparison c;
    walk(cluster(),
         {&f.whitelist, &f.security_group, &f.sub_series, &f.payment, &f.internet_spec, &f.flow_out_type, &f.bandwidth},
         c);
    c.expect({"required-missing", "enum-invalid", "flow-out-type-requires-internet",
              "uninvolved-requires-internet-disabled", "bandwidth-required", "flow-out-bandwidth-range",
              "bandwidth-ignored", "serverless-pay-by-bandwidth", "deprecated-ip-whitelist",
              "ip-whitelist-without-internet", "ip-whitelist-entry-invalid", "ip-whitelist-duplicate", "cidr-host-bits",
              "ip-whitelist-open"});
}

TEST_CASE("both implementations agree about addresses", "[exhaustive]") {
    strings addresses = texts_of({"1", "0", ":", "f", "::", "/", "1.2.3.4"}, 5);
    for (const std::string& text : words(
             "255.255.255.255 256.1.1.1 1.2.3 1.2.3.4.5 01.2.3.4 1.2.3.04 1.2.3.4/32 1.2.3.4/33 1.2.3.4/24 1.2.3.0/24 "
             "1.2.3.0/024 1.2.3.0/+24 1.2.3.0/-0 1.2.3.0/ 1.2.3.0/255.255.255.0 1.2.3.2/31 1.2.3.1/31 128.0.0.0/1 "
             "128.0.0.0/0 1..3.4 .1.2.3.4 1.2.3.4. 1.2.3.4/32/32 1.2.3.4/1000000000000000000000 /24 1:2:3:4:5:6:7:8 "
             "1:2:3:4:5:6:7 1:2:3:4:5:6:7:8:9 1:2:3:4:5:6:7:: ::2:3:4:5:6:7:8 1::3:4:5:6:7:8 1:2:3:4:5:6:7:8:: "
             "::1:2:3:4:5:6:7:8 1:2:3:4::5:6:7:8 1::2::3 12345:: g:: fe80::1%eth0 [::1] ::ffff:1.2.3.4 "
             "::ffff:1.2.3.04 ::1.2.3.4/96 ::1.2.3.4/128 1:2:3:4:5:6:1.2.3.4 1:2:3:4:5:6:7:1.2.3.4 1:2:3:4:5::1.2.3.4 "
             "1:2:3:4:5:6::1.2.3.4 1.2.3.4:: 2001:DB8::/32 2001:db8::1/32 2001:db8::/31 ::/1 8000::/1 ::1/0 ::/128 "
             "::/129 ::/000 0:0:0:0:0:0:0:0/0"))
        addresses.push_back(text);
    for (const char* text : {" 1.2.3.4", "1.2.3.0 /24", "1.2.3.4/3 ", "::1\n"}) addresses.emplace_back(text);
    comparison c;
    request r = cluster();
    c(r);
    internet(r).internetSpec = InternetSpec::enable;
    internet(r).flowOutType = FlowOutType::payByTraffic;
    for (const std::string& text : addresses) {
        internet(r).ipWhitelist = {{"10.0.0.1", text, "::1", text}};
        if (!c(r)) break;
    }
    c.expect({"ip-whitelist-entry-invalid", "ip-whitelist-duplicate", "cidr-host-bits", "ip-whitelist-open"});
}

TEST_CASE("both implementations agree about the VPC", "[exhaustive]") {
    const request_fields f;
    comparison c;
    walk(cluster(), {&f.vpc_id, &f.vswitch, &f.vswitch_list, &f.sub_series, &f.security_group}, c);
    c.expect({"required-blank", "blank-optional", "placeholder-value", "id-prefix", "vswitch-missing",
              "deprecated-vswitch-id", "vswitch-both-forms", "vswitch-entry-empty", "vswitch-entry-multiple-ids",
              "vswitch-duplicate", "vswitch-id-separator", "vswitch-id-list-malformed", "serverless-vswitch-count",
              "serverless-security-group-missing"});
}

TEST_CASE("both implementations agree about lists of vSwitches", "[exhaustive]") {
    const request_fields f;
    comparison c;
    const texts values{absent, " ", "vsw-1", "vsw-2", " vsw-1", "vsw-1|vsw-2", "|vsw-1", "vsw-1 , vsw-1", ",", "xxx"};
    std::vector<vswitches> lists;
    for (const texts& list : lists_of(values, 3)) lists.push_back(entries(list));
    const field list = make([](request& r) { return &vpc(r).vSwitches; }, lists);
    walk(cluster(), {&f.vswitch, &list, &f.sub_series}, c);

    const field joined =
        make([](request& r) { return &vpc(r).vSwitchId; }, optional(texts_of({"vsw-1", "vsw-2", "|", ",", " "}, 5)));
    walk(cluster(), {&f.vswitch_list, &joined, &f.sub_series}, c);
    c.expect({"vswitch-missing", "vswitch-both-forms", "vswitch-duplicate", "serverless-vswitch-count"});
}

TEST_CASE("both implementations agree about ids and placeholders", "[exhaustive]") {
    comparison c;
    c(cluster());
    for (const std::string& text :
         texts_of({"x", "X", "*", "${", "<", ">", "vsw-", "vpc-", "sg-", "rg-", " ", "|", "\n"}, 4)) {
        request r = cluster();
        vpc(r).vpcId = text;
        vpc(r).vSwitchId = text;
        vpc(r).securityGroupIds = text;
        vpc(r).vSwitches->push_back({text});
        r.resourceGroupId = text;
        product(r).storageSecretKey = text;
        r.clientToken = text;
        if (!c(r)) break;
    }
    c.expect({"placeholder-value", "id-prefix", "required-blank", "blank-optional"});
}

TEST_CASE("both implementations agree about names, tags, token and access", "[exhaustive]") {
    const request_fields f;
    comparison c;
    walk(cluster(), {&f.token, &f.name, &f.tags, &f.acl, &f.remark, &f.resource_group}, c);

    strings names = texts_of(words("a Z 0 _ - . é 😀 㐀 䶿 一 鿿 \u33FF \u4DC0 \uA000"), 3);
    strings tokens = texts_of({"a", "*", "***", " ", "!", "~", "\x7F", "\x1F", "é", "\t"}, 4);
    for (const char* piece : {"a", "é", "*", "\x7F", "鿿", "😀"}) {
        for (const std::size_t n : {63u, 64u, 65u, 127u, 128u, 129u}) {
            names.push_back(repeated(piece, n));
            tokens.push_back(repeated(piece, n));
        }
    }
    const field name = make([](request& r) { return &r.instanceName; }, optional(names));
    const field token = make([](request& r) { return &r.clientToken; }, optional(tokens));
    walk(cluster(), {&name}, c);
    walk(cluster(), {&token}, c);
    c.expect({"placeholder-value", "instance-name-too-long", "instance-name-charset", "tag-key-missing",
              "tag-key-duplicate", "tag-key-reserved", "client-token-empty", "client-token-too-long",
              "client-token-not-ascii", "client-token-unprintable", "vpc-auth-free"});
}

TEST_CASE("both implementations agree about tags", "[exhaustive]") {
    comparison c;
    const texts keys = or_blank({"a", "A", "aliyun", "a-aliyun", "Aliyun", "acs:", "acs", "a http://", "https://a",
                                 "http:/a", repeated("鿿", 128), repeated("鿿", 129), repeated(" ", 129)});
    std::vector<Tag> all;
    for (const text& key : keys) {
        for (const text& value : or_blank({"a", repeated("鿿", 128), repeated("鿿", 129)}))
            all.push_back({key, value});
    }
    std::vector<std::optional<std::vector<Tag>>> lists;
    for (const std::vector<Tag>& list : lists_of(all, 2)) lists.emplace_back(list);
    for (const std::size_t n : {19u, 20u, 21u, 100u}) {
        std::vector<Tag> list;
        for (std::size_t i = 0; i < n; ++i) list.push_back({"k" + std::to_string(i), absent});
        lists.emplace_back(list);
        list.back() = list.front();
        lists.emplace_back(list);
    }
    const field tags = make([](request& r) { return &r.tags; }, lists);
    walk(cluster(), {&tags}, c);
    c.expect({"tags-too-many", "tag-key-missing", "tag-key-duplicate", "tag-key-too-long", "tag-value-too-long",
              "tag-key-reserved"});
}

TEST_CASE("both implementations agree about what editions, billing and network share", "[exhaustive]") {
    const request_fields f;
    comparison c;
    const field spec =
        make([](request& r) { return &product(r).msgProcessSpec; }, {absent, "rmq.s2.2xlarge", "rmq.p2.4xlarge"});
    const field vswitch_list =
        make([](request& r) { return &vpc(r).vSwitches; }, {absent, entries({"vsw-1"}), entries({"vsw-1", "vsw-2"})});
    const field commodity = make([](request& r) { return &r.commodityCode; },
                                 {absent, "ons_rmqsub_public_intl", "ons_rmqsrvlesspost_public_intl"});
    const field period = make([](request& r) { return &r.period; }, {absent, 3});
    const field bandwidth = make([](request& r) { return &internet(r).flowOutBandwidth; }, {absent, 100});
    const field capacity = make([](request& r) { return &product(r).provisionedCapacity; }, {absent, 5000});
    const field auto_renew = make([](request& r) { return &r.autoRenew; }, {absent, true});
    const field trace = make([](request& r) { return &product(r).traceOn; }, {absent, true});
    walk(cluster(),
         {&spec, &vswitch_list, &commodity, &f.series, &f.sub_series, &f.payment, &f.internet_spec, &f.flow_out_type,
          &period, &bandwidth, &capacity},
         c);
    walk(cluster(),
         {&spec, &f.series, &f.sub_series, &f.payment, &f.internet_spec, &f.flow_out_type, &bandwidth, &auto_renew,
          &capacity, &trace},
         c);
    c.expect({});
}

TEST_CASE("both implementations agree about any two fields", "[exhaustive]") {
    const request_fields f;
    const std::vector<const field*> all = f.all();
    comparison c;
    for (const request& start : {request{}, subscribed_cluster(), serverless()}) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) walk(start, {all[j], all[i]}, c);
        }
    }
    c.expect({});
}

TEST_CASE("both implementations agree about any three fields", "[exhaustive]") {
    const request_fields f;
    const std::vector<const field*> all = f.all();
    comparison c;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            for (std::size_t k = 0; k < j; ++k) walk(cluster(), {all[k], all[j], all[i]}, c);
        }
    }
    c.expect({});
}
