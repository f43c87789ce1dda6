// SPDX-License-Identifier: BSL-1.0
#include "terraform.hpp"

#include "text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace vouch::cli::terraform {
namespace {

enum class type { text, integer, number, boolean };

/// An attribute that is a member of the request.
struct attribute {
    std::string_view name;
    std::string_view member;
    terraform::type type = terraform::type::text;
    bool computed = false;       ///< Unless it was written, it is not sent, although a plan calls it unknown.
    bool sent_empty = false;     ///< Also as an empty text.
    std::string_view zero = {};  ///< What is sent if it is not set.
};

constexpr attribute of_instance[] = {
    {.name = "instance_name", .member = "instanceName"},
    {.name = "service_code", .member = "serviceCode", .sent_empty = true},
    {.name = "series_code", .member = "seriesCode", .sent_empty = true},
    {.name = "sub_series_code", .member = "subSeriesCode", .sent_empty = true},
    {.name = "payment_type", .member = "paymentType", .sent_empty = true},
    {.name = "period", .member = "period", .type = type::integer},
    {.name = "period_unit", .member = "periodUnit", .computed = true},
    {.name = "auto_renew", .member = "autoRenew", .type = type::boolean},
    {.name = "auto_renew_period", .member = "autoRenewPeriod", .type = type::integer},
    {.name = "remark", .member = "remark"},
    {.name = "commodity_code", .member = "commodityCode", .computed = true},
    {.name = "resource_group_id", .member = "resourceGroupId", .computed = true},
};
constexpr attribute ratio{
    .name = "send_receive_ratio", .member = "sendReceiveRatio", .type = type::number, .computed = true};
constexpr attribute of_product[] = {
    {.name = "msg_process_spec", .member = "msgProcessSpec"},
    {.name = "auto_scaling", .member = "autoScaling", .type = type::boolean, .zero = "false"},
    {.name = "message_retention_time", .member = "messageRetentionTime", .type = type::integer, .zero = "0"},
    {.name = "storage_encryption", .member = "storageEncryption", .type = type::boolean, .zero = "false"},
    {.name = "storage_secret_key", .member = "storageSecretKey"},
};
constexpr attribute of_vpc[] = {
    {.name = "vpc_id", .member = "vpcId"},
    {.name = "vswitch_id", .member = "vSwitchId", .computed = true},
    {.name = "security_group_ids", .member = "securityGroupIds"},
};
constexpr attribute entry_id{.name = "vswitch_id", .member = "vSwitchId", .computed = true, .sent_empty = true};
constexpr attribute spec{.name = "internet_spec", .member = "internetSpec"};
constexpr attribute flow_out_type{.name = "flow_out_type", .member = "flowOutType"};
constexpr attribute bandwidth{
    .name = "flow_out_bandwidth", .member = "flowOutBandwidth", .type = type::integer, .zero = "0"};

/// Attributes that the provider sends with other operations, after the instance was created.
constexpr std::string_view sent_later[] = {"acl_info", "auto_renew_period_unit", "ip_whitelists", "software",
                                           "product_info.trace_on"};
/// Attributes that nobody sends, and what Terraform itself takes from a resource.
constexpr std::string_view not_sent[] = {"id",        "create_time",
                                         "region_id", "status",
                                         "timeouts",  "network_info.endpoints",
                                         "//",        "product_info.support_auto_scaling",
                                         "count",     "for_each",
                                         "provider",  "depends_on",
                                         "lifecycle", "provisioner",
                                         "connection"};

/// What an attribute is called that is a member of the request.
std::string name_of_pointer(std::string_view pointer) {
    std::string out;
    for (const std::string_view name : split(pointer.substr(pointer.empty() ? 0 : 1), '/')) {
        if (!name.empty() && name.front() >= '0' && name.front() <= '9') {
            out.append("[").append(name).append("]");
            continue;
        }
        if (out.ends_with("_info")) out += "[0]";
        if (!out.empty()) out += '.';
        if (name.starts_with("vSwitch")) {
            out.append("vswitch").append(name == "vSwitches" ? "es" : "_id");
            continue;
        }
        for (const char c : name) {
            if (c >= 'A' && c <= 'Z') {
                out += '_';
                out += static_cast<char>(c - 'A' + 'a');
            } else {
                out += c;
            }
        }
    }
    return out;
}

/// The members of an object, looked up often.
class members {
public:
    members() = default;
    explicit members(const json_view& object) {
        object.members([&](const json_view& key, const json_view& value) {
            all.emplace_back(key, value);
            return true;
        });
    }
    json_view operator[](std::string_view name) const {
        const auto at = std::find_if(all.begin(), all.end(), [&](const auto& m) { return m.first.is(name); });
        return at != all.end() ? at->second : json_view();
    }
    std::vector<std::pair<json_view, json_view>> all;
};

std::vector<json_view> elements_of(const json_view& array) {
    std::vector<json_view> all;
    array.elements([&](const json_view& e) {
        all.push_back(e);
        return true;
    });
    return all;
}

/// The elements of a list, or a value that stands for each of them.
class per_element {
public:
    explicit per_element(const json_view& v) : all_(v), elements_(elements_of(v)) {}
    json_view operator[](std::size_t index) const {
        if (!all_.is_array()) return all_;
        return index < elements_.size() ? elements_[index] : json_view();
    }
    bool is_list() const { return all_.is_array(); }

private:
    json_view all_;
    std::vector<json_view> elements_;
};

/// Whether anything in what a plan says of unknown or sensitive values is true.
bool has_true(const json_view& v) { return v.json().find("true") != std::string_view::npos; }

/// A block: the resource itself, or one within.
struct block {
    members attributes;
    members unknown;
    members sensitive;
    members expressions;
    bool is_sensitive = false;
    bool is_written = false;  ///< The expressions are those of this block: what they lack was not written.
    place where;
    std::string prefix;  ///< Of the names of its attributes.
};

enum class is { absent, known, unresolved };

/// What is known of an attribute.
struct value {
    terraform::is is = terraform::is::absent;
    json_view json;
    place where;
    bool secret = false;
};

class mapping {
public:
    mapping(const resource& from, const line_table& lines) : from_(from), lines_(lines) {}

    found_request run() {
        out_.address = from_.address;
        out_.shown = {from_.attributes.offset(), from_.attributes.size(), 0, 0};
        out_.request.name_of = name_of_pointer;
        block all;
        all.attributes = members(from_.attributes);
        all.unknown = members(from_.unknown);
        all.sensitive = members(from_.sensitive);
        all.is_sensitive = from_.sensitive.is_true();
        all.expressions = members(from_.expressions);
        all.is_written = from_.expressions.is_object();
        all.where = place_of(from_.attributes);
        instance(all);
        hide_places(from_.attributes, from_.sensitive);
        std::sort(out_.hidden.begin(), out_.hidden.end());
        add_notes();
        return std::move(out_);
    }

private:
    place place_of(const json_view& v) const { return lines_.at(v.offset(), v.size()); }

    // Looking.

    static bool was_written(const block& b, std::string_view name) { return !b.is_written || b.expressions[name]; }
    bool is_template(const json_view& v) const {
        if (from_.is_plan || !v.is_string()) return false;
        const std::string text = v.text();
        for (std::size_t i = 0; i + 1 < text.size(); ++i) {
            if ((text[i] != '$' && text[i] != '%') || text[i + 1] != '{') continue;
            if (i == 0 || text[i - 1] != text[i]) return true;
        }
        return false;
    }
    /// The text of a string; in a template, the escapes are undone.
    std::string text_of(const json_view& v) const {
        std::string text = v.text();
        if (from_.is_plan) return text;
        for (const std::string_view escape : {"$${", "%%{"}) {
            for (std::size_t at = text.find(escape); at != std::string::npos; at = text.find(escape, at + 2))
                text.erase(at, 1);
        }
        return text;
    }

    value look(const block& b, std::string_view name, bool computed) const {
        value v;
        v.json = b.attributes[name];
        v.where = v.json ? place_of(v.json) : b.where;
        v.secret = b.is_sensitive || b.sensitive[name].is_true();
        if (b.unknown[name].is_true())
            v.is = computed && !was_written(b, name) ? is::absent : is::unresolved;
        else if (is_template(v.json))
            v.is = is::unresolved;
        else if (v.json.is_set())
            v.is = is::known;
        return v;
    }
    static value look(const block& b, const attribute& a, const mapping& m) { return m.look(b, a.name, a.computed); }

    /// What is said of the blocks of a list.
    struct blocks {
        blocks(const block& b, std::string_view name)
            : unknown(b.unknown[name]), sensitive(b.sensitive[name]), written(b.expressions[name]) {}
        per_element unknown;
        per_element sensitive;
        per_element written;
    };

    /// The block that is an element of a list of blocks; nothing is known of what people wrote if they did not write
    /// the list as blocks.
    block inner(const block& b, std::string_view name, const json_view& attributes, const blocks& of,
                std::size_t index) const {
        block in;
        in.attributes = members(attributes);
        in.unknown = members(of.unknown[index]);
        in.sensitive = members(of.sensitive[index]);
        in.is_sensitive = b.is_sensitive || of.sensitive[index].is_true();
        in.is_written = b.is_written && of.written.is_list() && of.written[index];
        if (in.is_written) in.expressions = members(of.written[index]);
        in.where = attributes ? place_of(attributes) : b.where;
        in.prefix = b.prefix + std::string(name) + ".";
        return in;
    }

    // Telling.

    document& to() { return out_.request; }

    /// What is inside an object or a list, in the pointer.
    class inside {
    public:
        inside(std::string& pointer, std::string_view name) : pointer_(pointer), size_(pointer.size()) {
            pointer.append("/").append(name);
        }
        ~inside() { pointer_.resize(size_); }
        inside(const inside&) = delete;
        inside& operator=(const inside&) = delete;

    private:
        std::string& pointer_;
        std::size_t size_;
    };

    /// Hides what a plan calls sensitive in its text, whether it is sent or not.
    void hide_places(const json_view& v, const json_view& sensitive) {
        if (!v || !has_true(sensitive)) return;
        if (sensitive.is_true()) out_.secrets.push_back(place_of(v));
        if (v.is_array()) {
            const per_element all(sensitive);
            std::size_t n = 0;
            v.elements([&](const json_view& element) {
                hide_places(element, all[n++]);
                return true;
            });
        } else if (v.is_object()) {
            std::map<std::string, json_view> all;
            sensitive.members([&](const json_view& key, const json_view& s) {
                all.emplace(key.text(), s);
                return true;
            });
            v.members([&](const json_view& key, const json_view& value) {
                const auto found = all.find(key.text());
                if (found != all.end()) hide_places(value, found->second);
                return true;
            });
        }
    }

    /// A scalar, converted to the type of its attribute if it comes from a file of configuration.
    void scalar(const value& v, terraform::type type, std::string_view called = {}) {
        if (v.secret) out_.hidden.push_back(pointer_);
        const json_view& j = v.json;
        if (v.is == is::unresolved) return to().unresolved(v.where, called);
        if (j.is_object() || j.is_array()) {
            j.is_object() ? to().begin_object(v.where, called) : to().begin_array(v.where, called);
            return j.is_object() ? to().end_object() : to().end_array();
        }
        if (j.is_null()) return to().null(v.where, called);
        const std::string text = j.is_string() ? text_of(j) : std::string(j.json());
        const bool converts = !from_.is_plan;
        if (converts && type == type::boolean && j.is_string()) {
            const bool is_true = text == "true" || text == "1";
            if (is_true || text == "false" || text == "0") return to().boolean(is_true, v.where, called);
        }
        if (converts && (type == type::integer || type == type::number) && j.is_string())
            return to().number(text, v.where, called);  // A text if it is not a number.
        if (j.is_string() || (converts && type == type::text)) return to().string(text, v.where, called);
        if (j.is_boolean()) return to().boolean(j.is_true(), v.where, called);
        to().number(text, v.where, called);
    }

    void member(const block& b, const attribute& a) { member(b, a, look(b, a, *this)); }
    void member(const block& b, const attribute& a, const value& v) {
        const inside in(pointer_, a.member);
        if (v.is == is::absent) {
            if (!a.zero.empty()) zero(b, a, v);
            return;
        }
        if (v.is == is::known && !a.sent_empty && a.type == type::text && v.json.is("")) return;
        to().key(a.member);
        scalar(v, a.type);
    }

    /// What the provider sends for an attribute that is not set.
    void zero(const block& b, const attribute& a, const value& v) {
        to().key(a.member);
        const place& where = v.json ? v.where : b.where;
        if (a.type == type::boolean) return to().boolean(false, where);
        to().number(a.zero, where);
        out_.helps[pointer_] = "unset in Terraform, which the provider sends as " + std::string(a.zero) + ": set \"" +
                               std::string(a.name) + "\"";
    }

    /// Whether `dynamic`, an object or a list of objects, makes blocks of a name.
    static bool is_dynamic(const block& b, std::string_view name) {
        const json_view dynamic = b.attributes["dynamic"];
        const std::vector<json_view> all = dynamic.is_array() ? elements_of(dynamic) : std::vector{dynamic};
        return std::any_of(all.begin(), all.end(), [&](const json_view& d) { return d.is_object() && d[name]; });
    }

    /// A block of which there is at most one. False if there is none; an unresolved one is told at once.
    template <class F>
    void only_block(const block& b, std::string_view name, std::string_view member, F tell) {
        const value v = look(b, name, false);
        const json_view element = v.json.is_array() ? v.json[std::size_t{0}] : v.json;
        const json_view unknown = b.unknown[name];
        const bool is_unknown = v.is == is::unresolved || (unknown.is_array() && unknown[std::size_t{0}].is_true()) ||
                                is_template(element) || (!element.is_set() && is_dynamic(b, name));
        if (!is_unknown && !element.is_set()) return;
        if (v.json.is_array() && v.json[std::size_t{1}])
            out_.notes.push_back(std::string(name) + " appears more than once: only the first one was checked");
        const inside in(pointer_, member);
        to().key(member);
        if (is_unknown) return to().unresolved(v.where);
        if (!element.is_object()) {
            value wrong = v;
            wrong.json = element;
            wrong.is = is::known;
            return scalar(wrong, type::text);
        }
        const block within = inner(b, name, element, blocks(b, name), 0);
        to().begin_object(within.where);
        tell(within);
        to().end_object();
        find_others(within);
    }

    void instance(const block& b) {
        to().begin_object(b.where);
        for (const attribute& a : of_instance) member(b, a);
        only_block(b, "product_info", "productInfo", [&](const block& product) {
            for (const attribute& a : of_product) member(product, a);
            const value v = look(product, ratio, *this);
            if (v.is != is::known || !is_dropped_ratio(v.json)) member(product, ratio, v);
        });
        only_block(b, "network_info", "networkInfo", [&](const block& network) {
            only_block(network, "vpc_info", "vpcInfo", [&](const block& vpc) {
                for (const attribute& a : of_vpc) member(vpc, a);
                vswitches(vpc);
            });
            only_block(network, "internet_info", "internetInfo", [&](const block& internet) { access(internet); });
        });
        tags(b);
        to().end_object();
        find_others(b);
    }

    /// The provider sends no ratio of 0 or less.
    static bool is_dropped_ratio(const json_view& v) {
        const std::string text = v.is_string() ? v.text() : std::string(v.json());
        double number = 1;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        return error == std::errc() && end == text.data() + text.size() && number <= 0;
    }

    void access(const block& b) {
        member(b, spec);
        member(b, flow_out_type);
        value sent = look(b, bandwidth, *this);
        const value when = look(b, spec, *this);
        if (when.is == is::unresolved) sent.is = is::unresolved;
        if (when.is == is::unresolved || (when.json.is_string() && text_of(when.json) == "enable"))
            member(b, bandwidth, sent);
        // Whatever is set instead of a zero has no effect either, and what is removed becomes one.
        const std::string path = pointer_ + "/flowOutBandwidth";
        const std::string keep = "keep \"flow_out_bandwidth\" from 1 to 1000: without it, the provider sends 0";
        out_.helps["bandwidth-ignored " + path] =
            sent.is == is::known ? keep : "unset in Terraform, which the provider sends as 0 with Internet access";
        if (sent.is == is::known) out_.helps["flow-out-bandwidth-range " + path] = keep;
        list(b, "ip_whitelist", "ipWhitelist");
    }

    /// A list of texts, which is always sent.
    void list(const block& b, std::string_view name, std::string_view member) {
        const value v = look(b, name, false);
        const inside in(pointer_, member);
        to().key(member);
        if (v.is == is::unresolved) return to().unresolved(v.where);
        if (v.is == is::known && !v.json.is_array()) return scalar(v, type::text);
        to().begin_array(v.where);
        const per_element unknown(b.unknown[name]);
        const per_element sensitive(b.sensitive[name]);
        std::size_t n = 0;
        for (const json_view& e : elements_of(v.json)) {
            const inside of_element(pointer_, std::to_string(n));
            const bool is_unknown = unknown[n].is_true() || is_template(e);
            const bool secret = v.secret || sensitive[n].is_true();
            scalar({is_unknown ? is::unresolved : is::known, e, place_of(e), secret}, type::text);
            ++n;
        }
        to().end_array();
    }

    void vswitches(const block& b) {
        constexpr std::string_view name = "vswitches";
        const value v = look(b, name, true);
        const inside in(pointer_, "vSwitches");
        to().key("vSwitches");
        if (v.is == is::unresolved || is_dynamic(b, name)) return to().unresolved(v.where);
        if (v.is == is::known && !v.json.is_array() && !v.json.is_object()) return scalar(v, type::text);
        to().begin_array(v.where);
        const blocks of(b, name);
        std::vector<json_view> entries = elements_of(v.json);
        if (v.json.is_object()) entries.push_back(v.json);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const inside of_element(pointer_, std::to_string(i));
            const block entry = inner(b, name, entries[i], of, i);
            to().begin_object(entry.where);
            to().key(entry_id.member);
            const inside of_id(pointer_, entry_id.member);
            value id = look(entry, entry_id, *this);
            if (of.unknown[i].is_true() || is_template(entries[i])) id.is = is::unresolved;
            if (id.is == is::absent)
                to().string("", entry.where);
            else
                scalar(id, type::text);
            to().end_object();
        }
        to().end_array();
    }

    static std::set<std::string> names_of_true(const json_view& sensitive) {
        std::set<std::string> names;
        sensitive.members([&](const json_view& key, const json_view& v) {
            if (has_true(v)) names.insert(key.text());
            return true;
        });
        return names;
    }

    struct told_tag {
        value v;
        place where;
        bool key_is_unresolved;
    };

    void tags(const block& b) {
        const value all = look(b, "tags", false);
        const inside in(pointer_, "tags");
        if (all.is == is::unresolved) {
            to().key("tags");
            return to().unresolved(all.where);
        }
        if (all.is == is::known && !all.json.is_object()) {
            to().key("tags");
            return scalar(all, type::text);
        }
        const std::set<std::string> secret_values = names_of_true(b.sensitive["tags"]);
        std::map<std::string, told_tag> sorted;
        all.json.members([&](const json_view& key, const json_view& v) {
            if (all.secret) out_.secrets.push_back(place_of(key));
            if (!v.is_set()) return true;
            const std::string name = key.text();
            sorted[name] = {{is_template(v) ? is::unresolved : is::known, v, place_of(v),
                             all.secret || secret_values.count(name) > 0},
                            place_of(key),
                            is_template(key)};
            return true;
        });
        b.unknown["tags"].members([&](const json_view& key, const json_view& v) {
            if (v.is_true()) sorted[key.text()] = {{is::unresolved, {}, all.where, all.secret}, all.where, false};
            return true;
        });
        if (sorted.empty()) return;
        to().key("tags");
        to().begin_array(all.where);
        std::size_t n = 0;
        for (const auto& [name, tag] : sorted) {
            const inside of_element(pointer_, std::to_string(n++));
            const std::string called = all.secret ? "tags[***]" : "tags[\"" + name + "\"]";
            to().begin_object(tag.v.where, called);
            to().key("key", tag.where, called);
            if (all.secret) out_.hidden.push_back(pointer_ + "/key");  // Of a map that is sensitive as a whole.
            tag.key_is_unresolved ? to().unresolved() : to().string(name);
            to().key("value", tag.v.where, called);
            const inside of_value(pointer_, "value");
            scalar(tag.v, type::text, called);
            to().end_object();
        }
        to().end_array();
    }

    // What is not sent.

    template <class All>
    static bool contains(const All& all, std::string_view name) {
        return std::find(std::begin(all), std::end(all), name) != std::end(all);
    }
    static bool is_sent(const block& b, std::string_view name) {
        const auto has = [&](const auto& all) {
            return std::any_of(std::begin(all), std::end(all), [&](const attribute& a) { return a.name == name; });
        };
        if (b.prefix.empty())
            return has(of_instance) || name == "product_info" || name == "network_info" || name == "tags";
        if (b.prefix == "product_info.") return has(of_product) || name == ratio.name;
        if (b.prefix == "network_info.") return name == "vpc_info" || name == "internet_info";
        if (b.prefix == "network_info.vpc_info.") return has(of_vpc) || name == "vswitches";
        return name == spec.name || name == flow_out_type.name || name == bandwidth.name || name == "ip_whitelist";
    }

    /// Remembers what is set in a block and not part of the request.
    void find_others(const block& b) {
        const auto find = [&](const std::string& name) {
            if (is_sent(b, name) || contains(not_sent, b.prefix + name) || contains(not_sent, name)) return;
            if (name == "dynamic") return;
            std::vector<std::string>& to = contains(sent_later, b.prefix + name) ? later_ : strange_;
            if (others_.insert(b.prefix + name).second) to.push_back(b.prefix + name);
        };
        for (const auto& [key, v] : b.attributes.all) {
            if (v.is_set() && v.json() != "[]" && v.json() != "{}") find(key.text());
        }
        for (const auto& [key, v] : b.unknown.all) {
            const std::string name = key.text();
            if (has_true(v) && b.is_written && b.expressions[name]) find(name);
        }
    }

    void add_notes() {
        if (!later_.empty())
            out_.notes.push_back("not checked, because not part of CreateInstance: " + joined(later_, ", "));
        if (!strange_.empty()) out_.notes.push_back("not checked, because not known: " + joined(strange_, ", "));
        if (const std::size_t n = out_.request.unresolved_values(); n > 0)
            out_.notes.push_back(counted(n, "value is", "values are") + " not known yet: rules about " +
                                 (n == 1 ? "it" : "them") + " were not checked");
    }

    const resource& from_;
    const line_table& lines_;
    found_request out_;
    std::string pointer_;
    std::set<std::string> others_;      ///< All of the next two.
    std::vector<std::string> later_;    ///< Attributes that are sent after the instance was created.
    std::vector<std::string> strange_;  ///< Those that are not known.
};

}  // namespace

found_request request_of(const resource& from, const line_table& lines) { return mapping(from, lines).run(); }

}  // namespace vouch::cli::terraform
