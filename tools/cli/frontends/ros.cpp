// SPDX-License-Identifier: BSL-1.0
// ROS templates, in JSON and in YAML: the requests that resources of the type ALIYUN::ROCKETMQ5::Instance stand for.
#include "frontend.hpp"
#include "json_view.hpp"
#include "line_table.hpp"
#include "schemas.hpp"
#include "text.hpp"
#include "yaml.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>

namespace vouch::cli {
namespace {

using node = yaml_node;

/// JSON as the same tree as YAML.
class json_tree {
public:
    yaml_stream run(std::string_view text) {
        yaml_document& d = out_.documents.emplace_back();
        if (is_valid_json(text))
            d.root = add(json_view(text), 1);
        else
            d.mistake.words = "not valid JSON";
        return std::move(out_);
    }

private:
    std::size_t add(const json_view& v, std::size_t depth) {
        const std::size_t n = out_.nodes.size();
        node& made = out_.nodes.emplace_back();
        made.offset = v.offset();
        made.length = v.size();
        made.plain = !v.is_string();
        if (depth > deepest_yaml) {
            mistake(v);
        } else if (v.is_object() || v.is_array()) {
            made.is = v.is_object() ? node::type::map : node::type::list;
            std::vector<std::size_t> children;
            v.members([&](const json_view& key, const json_view& value) {
                children.push_back(add(key, depth + 1));
                children.push_back(add(value, depth + 1));
                return true;
            });
            v.elements([&](const json_view& e) {
                children.push_back(add(e, depth + 1));
                return true;
            });
            out_.nodes[n].children = std::move(children);
        } else {
            made.text = v.is_string() ? v.text() : std::string(v.json());
        }
        return n;
    }
    void mistake(const json_view& v) {
        out_.documents.back().mistake = {"it is nested too deeply", v.offset(), &built_in_rules::nesting_too_deep};
    }

    yaml_stream out_;
};

enum class type { text, integer, number, boolean };

/// A property that is a member of the request.
struct property {
    std::string_view name;
    std::string_view member;
    cli::type type = cli::type::text;
};

constexpr property of_instance[] = {{"InstanceName", "instanceName"},
                                    {"SeriesCode", "seriesCode"},
                                    {"SubSeriesCode", "subSeriesCode"},
                                    {"Period", "period", type::integer},
                                    {"PeriodUnit", "periodUnit"},
                                    {"AutoRenew", "autoRenew", type::boolean},
                                    {"AutoRenewPeriod", "autoRenewPeriod", type::integer},
                                    {"Remark", "remark"},
                                    {"ResourceGroupId", "resourceGroupId"}};
constexpr property of_product[] = {{"MsgProcessSpec", "msgProcessSpec"},
                                   {"SendReceiveRatio", "sendReceiveRatio", type::number},
                                   {"MessageRetentionTime", "messageRetentionTime", type::integer},
                                   {"AutoScaling", "autoScaling", type::boolean},
                                   {"CapacityType", "capacityType"},
                                   {"ProvisionedCapacity", "provisionedCapacity", type::integer}};
constexpr property of_vpc[] = {{"VpcId", "vpcId"}, {"SecurityGroupId", "securityGroupIds"}};
constexpr property of_internet[] = {{"InternetSpec", "internetSpec"},
                                    {"FlowOutBandwidth", "flowOutBandwidth", type::integer}};

constexpr std::string_view postpaid[] = {"PayAsYouGo", "PostPaid", "PayOnDemand", "Postpaid",
                                         "PostPay",    "Postpay",  "POSTPAY",     "POST"};
constexpr std::string_view prepaid[] = {"Subscription", "PrePaid", "Prepaid", "PrePay", "Prepay", "PREPAY", "PRE"};

template <class All>
bool contains(const All& all, std::string_view name) {
    return std::find(std::begin(all), std::end(all), name) != std::end(all);
}

/// What a template calls a member of the request.
std::string name_of_pointer(std::string_view pointer) {
    std::string out;
    bool in_entry = false;
    for (std::string_view name : split(pointer.substr(pointer.empty() ? 0 : 1), '/')) {
        if (name == "networkInfo" || name.empty() || (in_entry && name == "vSwitchId")) continue;
        in_entry = name.front() >= '0' && name.front() <= '9';
        if (in_entry) {
            out.append("[").append(name).append("]");
            continue;
        }
        if (name == "vSwitches") name = "vSwitchIds";
        if (name == "securityGroupIds") name = "securityGroupId";
        const char first = name.front();
        out += '.';
        out += first >= 'a' && first <= 'z' ? static_cast<char>(first - 'a' + 'A') : first;
        out += name.substr(1);
    }
    return out;
}

/// A template.
class ros_template {
public:
    ros_template(const yaml_stream& stream, std::size_t root) : nodes_(stream.nodes), root_(resolved(root)) {
        const node* const all = member(root_, "Parameters");
        if (all == nullptr || all->is != node::type::map) return;
        for (std::size_t i = 0; i + 1 < all->children.size(); i += 2)
            parameters_.emplace(key(*all, i).text, &resolved(all->children[i + 1]));
    }

    const node& root() const { return root_; }
    const node& resolved(std::size_t n) const {
        for (std::size_t i = 0; i < nodes_.size() && nodes_[n].is == node::type::alias; ++i) n = nodes_[n].target;
        return nodes_[n];
    }
    const node& key(const node& map, std::size_t i) const { return resolved(map.children[i]); }
    /// The value of a key, or nullptr.
    const node* member(const node& map, std::string_view name) const {
        if (map.is != node::type::map) return nullptr;
        for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
            const node& k = key(map, i);
            if (k.is == node::type::scalar && k.text == name) return &resolved(map.children[i + 1]);
        }
        return nullptr;
    }
    /// The value of a key, also in a map that is merged, or nullptr.
    const node* merged_member(const node& map, std::string_view name) const {
        constexpr std::size_t most_merged = 16;
        if (const node* const own = member(map, name)) return own;
        const node* const merged = member(map, merge_key);
        if (merged == nullptr || merged->is == node::type::map)
            return merged != nullptr ? member(*merged, name) : nullptr;
        for (std::size_t i = 0; i < std::min(merged->children.size(), most_merged); ++i) {
            if (const node* const found = member(resolved(merged->children[i]), name)) return found;
        }
        return nullptr;
    }
    /// The name of a function and its argument, which is nullptr if it is the node itself; empty if it is none.
    std::string_view function(const node& n, const node*& argument) const {
        argument = nullptr;
        if (n.tag.starts_with('!') && n.tag.size() > 1) return std::string_view(n.tag).substr(1);
        if (n.is != node::type::map || n.children.size() != 2) return {};
        const std::string_view name = key(n, 0).text;
        argument = &resolved(n.children[1]);
        return name == "Ref" ? name : name.starts_with("Fn::") ? name.substr(4) : std::string_view();
    }
    bool is_function(const node& n) const {
        const node* argument = nullptr;
        return !function(n, argument).empty();
    }
    /// What a Ref names; empty if it is none.
    std::string_view reference(const node& n) const {
        const node* argument = nullptr;
        if (function(n, argument) != "Ref") return {};
        const node& named = argument != nullptr ? *argument : n;
        return named.is == node::type::scalar ? std::string_view(named.text) : std::string_view();
    }
    const node* parameter(std::string_view name) const {
        const auto found = parameters_.find(name);
        return found != parameters_.end() ? found->second : nullptr;
    }
    /// Whether the default of a parameter may be repeated: all together are limited.
    bool may_repeat(const node& preset) const {
        repeated_ += preset.text.size();
        return repeated_ <= most_repeated;
    }

    /// Whether one more list or map may be gone through: all together are limited, since aliases and references repeat
    /// them.
    bool may_visit(const node& n) const {
        visited_ += n.children.size();
        return !is_exhausted();
    }
    bool is_exhausted() const { return visited_ > nodes_.size() + most_visited; }

    static constexpr std::string_view merge_key = "<<";

private:
    static constexpr std::size_t most_repeated = std::size_t{1} << 24;
    static constexpr std::size_t most_visited = 100'000;

    mutable std::size_t visited_ = 0;

    mutable std::size_t repeated_ = 0;
    std::map<std::string_view, const node*> parameters_;
    const std::vector<node>& nodes_;
    const node& root_;
};

class ros_mapping {
public:
    ros_mapping(const ros_template& from, const line_table& lines) : from_(from), lines_(lines) {}

    found_request run(const std::string& name, const node& resource) {
        out_.address = name;
        const std::string prefix = "Resources." + name + ".Properties";
        out_.request.name_of = [prefix](std::string_view pointer) { return prefix + name_of_pointer(pointer); };
        const node none{.is = node::type::map};
        const node* properties = from_.member(resource, "Properties");
        if (properties != nullptr && properties->is == node::type::scalar &&
            yaml_type_of(*properties) == yaml_type::null)
            properties = nullptr;
        const node& where = properties != nullptr ? *properties : resource;
        if (properties != nullptr && from_.is_function(*properties))
            to().unresolved(place_of(where));
        else if (properties != nullptr && properties->is != node::type::map)
            tell_scalar({is::known, properties}, type::text);
        else
            instance(properties != nullptr ? *properties : none, place_of(where));
        std::sort(out_.hidden.begin(), out_.hidden.end());
        if (!strange_.empty()) out_.notes.push_back("not checked, because not known: " + joined(strange_, ", "));
        if (const std::size_t n = out_.request.unresolved_values(); n > 0)
            out_.notes.push_back(counted(n, "value is", "values are") + " not known yet: rules about " +
                                 (n == 1 ? "it" : "them") + " were not checked");
        return std::move(out_);
    }

private:
    enum class is { absent, known, unresolved };
    struct value {
        ros_mapping::is is = is::absent;
        const node* at = nullptr;
        bool secret = false;
    };

    document& to() { return out_.request; }
    place place_of(const node& n) const { return lines_.at(n.offset, n.length); }

    value resolve(const node* n) const {
        if (n == nullptr) return {};
        if (!from_.is_function(*n)) {
            const bool is_null = n->is == node::type::scalar && yaml_type_of(*n) == yaml_type::null;
            return {is_null ? is::absent : is::known, n};
        }
        const std::string_view name = from_.reference(*n);
        if (name == "ALIYUN::NoValue") return {};
        const node* const parameter = name.empty() ? nullptr : from_.parameter(name);
        const node* const preset = parameter != nullptr ? from_.member(*parameter, "Default") : nullptr;
        const node* const kind = parameter != nullptr ? from_.member(*parameter, "Type") : nullptr;
        // Lists and objects are written as texts there.
        const bool is_structure = kind != nullptr && (kind->text == "CommaDelimitedList" || kind->text == "Json");
        if (preset == nullptr || is_structure || !from_.may_repeat(*preset) ||
            (preset->is == node::type::scalar && yaml_type_of(*preset) == yaml_type::null))
            return {is::unresolved, n};
        const node* const no_echo = from_.member(*parameter, "NoEcho");
        return {is::known, preset, no_echo != nullptr && no_echo->text != "false"};
    }
    value look(const node& map, std::string_view name) const { return resolve(from_.merged_member(map, name)); }

    /// Keeps what is secret from being shown.
    void hide(const value& v, const std::string& pointer) {
        if (!v.secret) return;
        out_.hidden.push_back(pointer);
        out_.secrets.push_back(place_of(*v.at));
    }

    void scalar(const value& v, type wanted, const std::string& pointer) {
        hide(v, pointer);
        tell_scalar(v, wanted);
    }
    void tell_scalar(const value& v, type wanted) {
        const place where = place_of(*v.at);
        if (v.is == is::unresolved) return to().unresolved(where);
        const node& n = *v.at;
        if (n.is != node::type::scalar) {
            n.is == node::type::map ? to().begin_object(where) : to().begin_array(where);
            return n.is == node::type::map ? to().end_object() : to().end_array();
        }
        if (wanted == type::text) return to().string(n.text, where);
        if (wanted == type::boolean && (n.text == "true" || n.text == "True" || n.text == "TRUE"))
            return to().boolean(true, where);
        if (wanted == type::boolean && (n.text == "false" || n.text == "False" || n.text == "FALSE"))
            return to().boolean(false, where);
        const std::string number = yaml_number(n.text);
        if (number.empty() || (wanted == type::boolean && yaml_type_of(n) == yaml_type::text))
            return yaml_type_of(n) == yaml_type::boolean
                       ? to().boolean(n.text.front() == 't' || n.text.front() == 'T', where)
                       : to().string(n.text, where);
        to().number(number, where);
    }

    void member(const std::string& path, const node& map, const property& p) {
        const value v = look(map, p.name);
        if (v.is == is::absent) return;
        to().key(p.member);
        scalar(v, p.type, path + "/" + std::string(p.member));
    }

    /// A property that is an object. `tell` gets it.
    template <class F>
    void object(const node& map, std::string_view name, std::string_view member, F tell) {
        const value v = look(map, name);
        if (v.is == is::absent) return;
        to().key(member);
        if (v.is == is::unresolved) return to().unresolved(place_of(*v.at));
        if (v.at->is != node::type::map) return scalar(v, type::text, {});
        to().begin_object(place_of(*v.at));
        tell(*v.at);
        to().end_object();
    }

    void instance(const node& properties, const place& where) {
        to().begin_object(where);
        to().key("serviceCode", where);
        to().string("rmq");  // ROS adds it.
        out_.helps["serverless-commodity-code-missing /commodityCode"] =
            "ROS has no property for it: if the request is rejected, create the instance without ROS";
        for (const property& p : of_instance) member({}, properties, p);
        payment(properties, where);
        soften_period(properties);
        object(properties, "ProductInfo", "productInfo", [&](const node& product) {
            for (const property& p : of_product) member("/productInfo", product, p);
            find_others(product, of_product, {}, "ProductInfo.");
        });
        find_others(properties, of_instance, {"PaymentType", "ProductInfo", "VpcInfo", "InternetInfo"}, "");
        to().key("networkInfo", where);
        to().begin_object(where);
        object(properties, "VpcInfo", "vpcInfo", [&](const node& vpc) { network(vpc); });
        object(properties, "InternetInfo", "internetInfo", [&](const node& internet) { access(internet); });
        to().end_object();
        to().end_object();
    }

    void payment(const node& properties, const place& where_of_all) {
        const value v = look(properties, "PaymentType");
        to().key("paymentType", where_of_all);
        if (v.is == is::absent) return to().unresolved();  // ROS has a default.
        const place where = place_of(*v.at);
        hide(v, "/paymentType");
        if (v.is == is::known && contains(postpaid, v.at->text))
            to().string("PayAsYouGo", where);
        else if (v.is == is::known && contains(prepaid, v.at->text))
            to().string("Subscription", where);
        else
            tell_scalar(v, type::text);
    }

    /// Whether a number of months is one, two or three years.
    static bool are_whole_years(std::string_view months) {
        const std::string json = yaml_number(months);
        double n = 0;
        std::from_chars(json.data(), json.data() + json.size(), n);
        return n == 12 || n == 24 || n == 36;
    }

    /// ROS takes years in months as well.
    void soften_period(const node& properties) {
        const value period = look(properties, "Period");
        const value unit = look(properties, "PeriodUnit");
        if (period.is == is::known && are_whole_years(period.at->text) &&
            !(unit.is == is::known && unit.at->text == "Year"))
            out_.levels["period-out-of-range /period"] = severity::warning;
    }

    void network(const node& vpc) {
        for (const property& p : of_vpc) member("/networkInfo/vpcInfo", vpc, p);
        find_others(vpc, of_vpc, {"VSwitchId", "VSwitchIds"}, "VpcInfo.");
        value entries = look(vpc, "VSwitchIds");
        if (entries.is == is::known && entries.at->is == node::type::list && entries.at->children.empty()) entries = {};
        // ROS maps both, and the list wins.
        out_.dropped.push_back("deprecated-vswitch-id");
        if (entries.is == is::absent) return member("/networkInfo/vpcInfo", vpc, {"VSwitchId", "vSwitchId"});
        to().key("vSwitches");
        list(entries, "/networkInfo/vpcInfo/vSwitches", true);
    }

    void list(const value& v, const std::string& path, bool as_entries) {
        const place where = place_of(*v.at);
        if (v.is == is::unresolved) return to().unresolved(where);
        if (v.at->is != node::type::list) return scalar(v, type::text, path);
        if (!from_.may_visit(*v.at)) return to().unresolved(where);
        to().begin_array(where);
        std::size_t n = 0;
        for (const std::size_t child : v.at->children) {
            const value e = resolve(&from_.resolved(child));
            if (e.is == is::absent) continue;
            std::string pointer = path + "/" + std::to_string(n++);
            if (as_entries) {
                to().begin_object(place_of(*e.at));
                to().key("vSwitchId", place_of(*e.at));
                pointer += "/vSwitchId";
            }
            scalar(e, type::text, pointer);
            if (as_entries) to().end_object();
        }
        to().end_array();
    }

    void access(const node& internet) {
        const std::string path = "/networkInfo/internetInfo";
        for (const property& p : of_internet) member(path, internet, p);
        find_others(internet, of_internet, {"FlowOutType", "IpWhitelist"}, "InternetInfo.");
        const value spec = look(internet, "InternetSpec");
        const value flow = look(internet, "FlowOutType");
        const bool is_enabled = spec.is == is::known && spec.at->text == "enable";
        if (flow.is != is::absent) {
            member(path, internet, {"FlowOutType", "flowOutType"});
        } else if (is_enabled) {
            out_.levels["required-missing /networkInfo/internetInfo/flowOutType"] = severity::warning;
        } else {
            to().key("flowOutType", place_of(internet));
            to().unresolved();  // ROS has a default.
        }
        const value list_of = look(internet, "IpWhitelist");
        if (list_of.is == is::absent) return;
        to().key("ipWhitelist");
        list(list_of, path + "/ipWhitelist", false);
    }

    template <class Known>
    void find_others(const node& map, const Known& known, std::initializer_list<std::string_view> more,
                     const std::string& prefix) {
        if (!from_.may_visit(map)) return;
        std::set<std::string_view> seen;
        for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
            const std::string& name = from_.key(map, i).text;
            if (!seen.insert(name).second)
                out_.notes.push_back(shown(prefix + name) + " appears twice: only the first one was checked");
            if (name == ros_template::merge_key) continue;
            const bool is_known =
                std::any_of(std::begin(known), std::end(known), [&](const property& p) { return p.name == name; });
            if (!is_known && !contains(more, name)) strange_.push_back(shown(prefix + name));
        }
    }

    const ros_template& from_;
    const line_table& lines_;
    found_request out_;
    std::vector<std::string> strange_;
};

/// What a template hides: the values of keys that look like secrets.
std::vector<place> secrets_of(const yaml_stream& stream, const ros_template& t, const secrets& names) {
    std::vector<place> found;
    for (const node& map : stream.nodes) {
        if (map.is == node::type::scalar && map.text.find_first_of(":=") != std::string::npos &&
            names.may_be_in(map.text))
            found.push_back({map.offset, map.length, 0, 0});
        if (map.is != node::type::map) continue;
        const node* const no_echo = t.member(map, "NoEcho");
        for (std::size_t i = 0; i + 1 < map.children.size(); i += 2) {
            const std::string& name = t.key(map, i).text;
            if (!names.is_secret_name(name) && (no_echo == nullptr || name != "Default")) continue;
            const node& v = t.resolved(map.children[i + 1]);
            found.push_back({v.offset, v.length, 0, 0});
        }
    }
    return found;
}

}  // namespace

found_requests requests_of_ros(std::string_view text) {
    constexpr std::string_view instance_type = "ALIYUN::ROCKETMQ5::Instance";
    found_requests out;
    out.shows_all = true;
    const auto fail = [&](std::string why) {
        out.failure = std::move(why);
        return out;
    };
    if (text.size() > options().max_size) return fail("it is too large");
    const bool is_json = is_valid_json(text);
    if (!is_json && !can_read_yaml()) return fail("this checker was built without YAML");
    const yaml_stream stream = is_json ? json_tree().run(text) : read_yaml(text);
    if (stream.documents.empty()) return fail("it is empty");
    const yaml_mistake& mistake = stream.documents.front().mistake;
    const line_table lines(text);
    if (!mistake.words.empty()) {
        const place at = lines.at(mistake.offset, 0);
        return fail("line " + std::to_string(at.line) + ", column " + std::to_string(at.column) + ": " + mistake.words);
    }
    if (stream.documents.size() > 1) out.notes.emplace_back("only its first document was read");
    const ros_template t(stream, stream.documents.front().root);
    const secrets names({}, *schema_of(document_type::request).catalog, false);
    out.secrets = secrets_of(stream, t, names);
    if (const node* const transform = t.member(t.root(), "Transform")) {
        std::vector<std::string> all{transform->text};
        for (const std::size_t child : transform->children) all.push_back(t.resolved(child).text);
        if (std::any_of(all.begin(), all.end(),
                        [](const std::string& n) { return n.starts_with("Aliyun::Terraform"); }))
            return fail(
                "its resources are written for Terraform: check a plan of them, as terraform plan -out=p && "
                "terraform show -json p prints it");
    }
    const node* const resources = t.member(t.root(), "Resources");
    if (resources == nullptr && t.member(t.root(), "ROSTemplateFormatVersion") == nullptr)
        return fail("it is not a ROS template: it has neither ROSTemplateFormatVersion nor Resources");
    if (resources != nullptr && resources->is == node::type::map) {
        for (std::size_t i = 0; i + 1 < resources->children.size(); i += 2) {
            const node& resource = t.resolved(resources->children[i + 1]);
            const node* const type = t.member(resource, "Type");
            if (type == nullptr || type->text != instance_type) continue;
            out.requests.push_back(ros_mapping(t, lines).run(t.key(*resources, i).text, resource));
            const std::vector<place>& hidden = out.requests.back().secrets;
            out.secrets.insert(out.secrets.end(), hidden.begin(), hidden.end());
            if (t.is_exhausted()) return fail("its aliases and references stand for too many values");
        }
    }
    if (out.requests.empty()) out.notes.push_back("it has no " + std::string(instance_type) + ": nothing to check");
    return out;
}

}  // namespace vouch::cli
