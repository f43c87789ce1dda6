// SPDX-License-Identifier: BSL-1.0
#include "corpus.hpp"

#include <apsaramq.hpp>
#include <vouch/export/sample.hpp>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <fstream>
#include <random>
#include <set>
#include <sstream>

namespace {

namespace json = boost::json;

json::value document(const char* name) {
    std::stringstream text;
    text << std::ifstream(VOUCH_BENCHMARKS "/" + std::string(name) + ".json").rdbuf();
    return json::parse(text.str());
}

/// A document with the members of each object in another order.
template <class Order>
json::value reordered(const json::value& v, Order order) {
    if (v.is_array()) {
        json::array out;
        for (const json::value& e : v.get_array()) out.push_back(reordered(e, order));
        return out;
    }
    if (!v.is_object()) return v;
    std::vector<std::string> keys;
    for (const auto& member : v.get_object()) keys.emplace_back(member.key());
    order(keys);
    json::object out;
    for (const std::string& key : keys) out[key] = reordered(v.get_object().at(key), order);
    return out;
}

json::value& at(json::value& v, std::initializer_list<const char*> names) {
    json::value* place = &v;
    for (const char* name : names) {
        if (!place->is_object()) place->emplace_object();
        place = &place->get_object()[name];
    }
    return *place;
}

/// Ten mistakes, whatever the document has.
json::value with_ten_mistakes(json::value v) {
    at(v, {"seriesCode"}) = "Ultimate";
    at(v, {"paymentType"}) = "Subscription";
    at(v, {"period"}) = 13;
    at(v, {"periodUnit"}) = "Month";
    at(v, {"autoRenewPeriod"}) = 4;
    at(v, {"autoRenew"}) = true;
    at(v, {"productInfo", "sendReceiveRatio"}) = 0.99;
    at(v, {"productInfo", "messageRetentionTime"}) = "72";
    at(v, {"networkInfo", "vpcInfo", "vSwitches"}) = {{{"vSwitchId", "vsw-1"}}, {{"vSwitchId", "vsw-1"}}};
    at(v, {"networkInfo", "internetInfo"}) = {
        {"internetSpec", "enable"}, {"flowOutType", "payByBandwidth"}, {"flowOutBandwidth", 1001}};
    at(v, {"tags"}) = {{{"key", "env"}, {"value", "a"}}, {{"key", "env"}, {"value", "b"}}};
    at(v, {"aclInfo", "defaultVpcAuthFree"}) = nullptr;
    at(v, {"resourceGroup"}) = "x";
    return v;
}

/// Different documents about which there is nothing to report.
std::vector<json::value> samples(std::size_t n) {
    std::vector<json::value> out;
    std::set<std::string> known;
    for (std::uint64_t seed = 0; out.size() < n; ++seed) {
        const auto request = vouch::sample<apsaramq::CreateInstanceRequest>(seed);
        std::string text = vouch::write(request);
        if (!vouch::read<apsaramq::CreateInstanceRequest>(text).report.empty() || !known.insert(text).second) continue;
        out.push_back(json::parse(text));
    }
    return out;
}

template <class Text>
corpus make(std::string name, const std::vector<json::value>& documents, Text text) {
    corpus c{std::move(name), {}, {}};
    for (const json::value& d : documents) {
        c.clean.push_back(text(d));
        c.mistakes.push_back(text(with_ten_mistakes(d)));
    }
    return c;
}

std::vector<corpus> make_all() {
    const auto compact = [](const json::value& v) { return json::serialize(v); };
    const auto alphabetical = [&](const json::value& v) {
        return compact(reordered(v, [](std::vector<std::string>& keys) { std::sort(keys.begin(), keys.end()); }));
    };
    std::mt19937 random(1);
    const auto shuffled = [&](const json::value& v) {
        return compact(
            reordered(v, [&](std::vector<std::string>& keys) { std::shuffle(keys.begin(), keys.end(), random); }));
    };
    const json::value full = document("full");
    const std::vector<json::value> mix = samples(512);
    corpus minimal = make("minimal", {document("minimal")}, [](const json::value& v) { return vouch::indented(v); });
    std::stringstream as_given;
    as_given << std::ifstream(VOUCH_BENCHMARKS "/minimal.json").rdbuf();
    minimal.clean = {as_given.str()};
    return {make("full", {full}, compact),
            std::move(minimal),
            make("alphabetical", {full}, alphabetical),
            make("pretty", {full}, [](const json::value& v) { return vouch::indented(v); }),
            make("mix", mix, compact),
            make("mix_shuffled", mix, shuffled)};
}

}  // namespace

const std::vector<corpus>& corpora() {
    static const std::vector<corpus> all = make_all();
    return all;
}

namespace {

std::string with_tags(std::size_t n, const char* key, const json::value& tag_value) {
    json::value v = document("full");
    json::array tags;
    for (std::size_t i = 0; i < n; ++i) tags.push_back({{key, "key-" + std::to_string(i)}, {"value", tag_value}});
    at(v, {"tags"}) = std::move(tags);
    return json::serialize(v);
}

}  // namespace

std::string with_tags(std::size_t n) { return with_tags(n, "key", "value"); }
std::string with_mistakes(std::size_t n) { return with_tags(n, "key", false); }
std::string with_wrong_keys(std::size_t n) { return with_tags(n, "Key", "value"); }

std::string with_joined_ids(std::size_t n) {
    json::value v = document("full");
    std::string ids = "vsw-0";
    for (std::size_t i = 1; i < n; ++i) ids += "|vsw-" + std::to_string(i);
    json::object& vpc = at(v, {"networkInfo", "vpcInfo"}).as_object();
    vpc.erase("vSwitches");
    vpc["vSwitchId"] = ids;
    return json::serialize(v);
}
