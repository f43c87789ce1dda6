// SPDX-License-Identifier: BSL-1.0
// Documents generated from the schema, valid ones and broken ones, each on a line with the error rules that the engine
// reports: {"text": …, "errors": […]}. agree.mjs validates the same documents with the JSON Schema.
//   documents request|response|bucket COUNT SEED
#include "../../docs/examples/bucket.hpp"

#include <apsaramq/examples.hpp>
#include <vouch/export/example.hpp>
#include <vouch/export/json_schema.hpp>
#include <vouch/listing.hpp>

#include <boost/json/serialize.hpp>

#include <cstdio>
#include <set>

namespace {

namespace json = boost::json;

/// Values that may break a rule.
std::vector<json::value> odd_values(const vouch::field_info& f, vouch::detail::sample_random& random) {
    using vouch::kind;
    std::vector<json::value> out{nullptr, "text", true, 1.5, json::array{}, json::object{}, json::array{nullptr}};
    const auto add = [&](std::initializer_list<json::value> more) { out.insert(out.end(), more.begin(), more.end()); };
    switch (f.kind) {
    case kind::int32:
    case kind::uint32:
    case kind::int64:
    case kind::uint64:
        for (const std::int64_t v : {-1, 0, 1, 2, 3, 4, 6, 7, 12, 13, 720, 721, 1000, 1001}) out.emplace_back(v);
        add({std::int64_t{2147483647}, std::int64_t{2147483648}, std::int64_t{-2147483649}, 3.0, 1e300});
        break;
    case kind::float32:
    case kind::number: add({0, 1e-9, 0.04, 0.05, 0.95, 0.96, 1, -1e300}); break;
    case kind::text:
        add({"", " \t\v", "***", "vsw-1|vsw-2", "vsw-1,", "|", ",", "a b", "naïve", "名字", "\x7F", "<id>", "rmq",
             "RMQ"});
        out.emplace_back(json::string(random.below(2) != 0 ? 64 : 65, 'a'));
        out.emplace_back(json::string(random.below(2) != 0 ? 128 : 129, 'b'));
        break;
    case kind::enumeration:
        add({"", " ", "ENABLE"});
        for (const vouch::enumerator_info& e : f.type->enumeration->values) out.emplace_back(json::string(e.name));
        break;
    case kind::list:
        if (f.type->element->object == nullptr) {
            for (const char* entry : {"10.0.0.0/8",
                                      "0.0.0.0/0",
                                      "1.2.3",
                                      "01.2.3.4",
                                      "1.2.3.4/33",
                                      "::",
                                      "::/0",
                                      "1::2:3/129",
                                      "::1.2.3.4",
                                      "fe80::1%eth0",
                                      "1:2:3:4:5:6:7:8",
                                      "1:2:3:4:5:6:7::",
                                      "1:2:3:4:5:6:7:8::",
                                      "1::2::3",
                                      " 1.2.3.4",
                                      "",
                                      "1:2:3:4:5:6:1.2.3.4",
                                      "1:2:3:4:5:6:7:1.2.3.4",
                                      "255.255.255.256",
                                      "1.2.3.4/08",
                                      ":::",
                                      "12345::"})
                out.emplace_back(json::array{entry});
            out.emplace_back(json::array{"10.0.0.1/8", "10.0.0.1/8", 4});
            for (const int n : {0, 1, 7, 8, 3647, 3654}) out.emplace_back(json::array{n});
            for (const int n : {2, 3, 4}) out.emplace_back(json::array(static_cast<std::size_t>(n), "me@example.com"));
            out.emplace_back(json::array{"us-east-1", "us_east_1"});
        } else {
            const auto sample = vouch::detail::sample_values::object(*f.type->element->object);
            out.emplace_back(json::array{sample, sample});
            out.emplace_back(json::array{sample, json::object{}});
            out.emplace_back(json::array(25, sample));
        }
        break;
    case kind::map: {
        const vouch::object_info* const object = f.type->element->object;
        const json::value element =
            object != nullptr ? json::value(vouch::detail::sample_values::object(*object)) : "v";
        for (const char* key : {"abc", "ab", "", "A b", "abc.d"}) out.emplace_back(json::object{{key, element}});
        out.emplace_back(json::object{{std::string(63, 'k'), element}, {std::string(64, 'k'), element}});
        out.emplace_back(json::object{{"abc", json::string(64, 'v')}});
        out.emplace_back(json::object{{"abc", json::object{}}});
        break;
    }
    case kind::boolean:
    case kind::object:
    case kind::any: break;
    }
    return out;
}

/// A pointer with the first element in place of any element.
std::string first_of(std::string pointer) {
    for (std::size_t at = pointer.find('*'); at != std::string::npos; at = pointer.find('*')) pointer[at] = '0';
    return pointer;
}

template <class T>
class maker {
public:
    explicit maker(std::uint64_t seed)
        : random_(seed),
          rules_(vouch::rules_of(vouch::catalog_of<T>())),
          fields_(vouch::fields_of(vouch::catalog_of<T>())) {}

    int run(std::size_t count) {
        for (const vouch::listed_rule& r : rules_) {
            const auto example = vouch::example_of<T>(r.words->id);
            if (!example) continue;
            print_text(example->broken);
            print_text(example->fixed);
        }
        for (std::size_t i = 0; i < count; ++i) {
            json::value document = vouch::to_value(vouch::sample<T>(random_.below(1000000)), {.include_query = true});
            for (std::size_t n = random_.below(4); n > 0; --n) spoil(document);
            print(document);
        }
        int missed = 0;
        for (const vouch::listed_rule& r : rules_) {
            if (hit_.count(std::string(r.words->id)) != 0 || r.words == &vouch::built_in_rules::nesting_too_deep ||
                r.words == &vouch::built_in_rules::document_too_large ||
                r.words == &vouch::built_in_rules::too_many_diagnostics ||
                vouch::catalog_of<T>().tolerance == vouch::tolerance::tolerant)
                continue;
            std::fprintf(stderr, "no document breaks %s\n", std::string(r.words->id).c_str());
            ++missed;
        }
        return missed == 0 ? 0 : 1;
    }

private:
    void spoil(json::value& document) {
        if (random_.below(4) == 0) {
            const vouch::rule_examples all = examples_of(vouch::of<T>{});
            if (!all.empty())
                vouch::detail::merge_patch(document, json::parse(all[random_.below(all.size())].broken_by));
            return;
        }
        const vouch::listed_field& f = fields_[random_.below(fields_.size())];
        const std::string path = first_of(f.pointer);
        auto values =
            random_.below(2) != 0 ? odd_values(*f.field, random_) : vouch::detail::sample_values::of(*f.field);
        if (random_.below(6) == 0) {
            json::value* const parent = vouch::detail::find_value(document, path.substr(0, path.rfind('/')));
            if (parent != nullptr && parent->is_object()) parent->get_object().erase(f.field->name);
        } else {
            vouch::set_value(document, vouch::catalog_of<T>(), path, std::move(values[random_.below(values.size())]));
        }
    }

    void print_text(const std::string& text) {
        json::error_code ec;
        const json::value document = json::parse(text, ec);
        const vouch::report r = vouch::read<T>(text).report;
        for (const vouch::diagnostic& d : r) hit_.insert(std::string(d.rule));
        if (!ec) print_line(text, r);
    }

    void print(const json::value& document) {
        const std::string text = json::serialize(document);
        print_line(text, vouch::read<T>(text).report);
    }

    void print_line(const std::string& text, const vouch::report& r) {
        json::array errors;
        for (const vouch::diagnostic& d : r) {
            hit_.insert(std::string(d.rule));
            if (d.severity == vouch::severity::error) errors.push_back(json::string(d.rule));
        }
        const std::string line = json::serialize(json::object{{"text", text}, {"errors", std::move(errors)}});
        std::puts(line.c_str());
    }

    vouch::detail::sample_random random_;
    std::vector<vouch::listed_rule> rules_;
    std::vector<vouch::listed_field> fields_;
    std::set<std::string> hit_;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc == 2) {  // The schema that the checker does not know.
        std::puts(json::serialize(vouch::json_schema<storage::CreateBucket>()).c_str());
        return 0;
    }
    if (argc != 4) return 2;
    const std::string type = argv[1];
    const std::size_t count = std::stoul(argv[2]);
    const std::uint64_t seed = std::stoull(argv[3]);
    if (type == "bucket") return maker<storage::CreateBucket>(seed).run(count);
    return type == "request" ? maker<apsaramq::CreateInstanceRequest>(seed).run(count)
                             : maker<apsaramq::CreateInstanceResponse>(seed).run(count);
}
