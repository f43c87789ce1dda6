// SPDX-License-Identifier: BSL-1.0
// Random edits of random texts: the edited text reads back as the changed value, whatever was changed, and what the
// schema does not have stays.
#include <vouch/edit.hpp>

#include <apsaramq.hpp>
#include <vouch/boost_json.hpp>

#include "../catch.hpp"
#include "generator.hpp"

#include <algorithm>
#include <iterator>
#include <random>

using namespace apsaramq;

namespace {

/// Writes requests as people and other programs do: in any order and spacing, with nulls, unknown members, keys that
/// come again, and other spellings of numbers and texts.
class messy_writer {
public:
    explicit messy_writer(unsigned seed) : random_(seed) {}

    std::string text(const CreateInstanceRequest& r) {
        boost::json::object all = vouch::to_value(r, {.include_query = true}).as_object();
        for (const char* name : {"period", "remark", "productInfo", "tags"}) {
            if (rarely()) all.emplace(name, nullptr);
        }
        return value(all);
    }

private:
    bool rarely() { return random_() % 8 == 0; }

    template <std::size_t N>
    std::string one(const std::string_view (&some)[N]) {
        return std::string(some[random_() % N]);
    }
    std::string space() { return one({"", "", "", " ", "  ", "\n", "\r\n\t", "\n\n  "}); }
    std::string junk() { return space() + one({"null", "1", "\"j\"", "{\"a\": [1]}", "[]"}); }
    std::string name(std::string_view name) { return space() + string(name) + space() + ":"; }

    std::string value(const boost::json::value& v) {
        std::vector<std::string> parts;
        std::string out;
        switch (v.kind()) {
        case boost::json::kind::object: {
            for (const auto& [key, member] : v.get_object()) parts.push_back(name(key) + value(member));
            while (rarely()) parts.push_back(name("x-" + std::to_string(++unknown_)) + junk());
            std::shuffle(parts.begin(), parts.end(), random_);
            for (const auto& [key, member] : v.get_object()) {
                if (rarely()) parts.insert(parts.begin(), name(key) + junk());
            }
            out = joined('{', parts, '}');
            break;
        }
        case boost::json::kind::array:
            for (const boost::json::value& element : v.get_array()) parts.push_back(value(element));
            out = joined('[', parts, ']');
            break;
        case boost::json::kind::string: out = string(v.get_string()); break;
        case boost::json::kind::int64: out = std::to_string(v.get_int64()) + one({"", "", ".0", "e0", ".00E+0"}); break;
        default: vouch::detail::write_dom(out, v);
        }
        return space() + out + space();
    }

    std::string joined(char open, const std::vector<std::string>& parts, char close) {
        std::string out(1, open);
        for (const std::string& part : parts) out.append(out.size() > 1 ? "," : "").append(part);
        return out + (parts.empty() ? space() : "") + close;
    }

    /// Sometimes with an escape that need not be.
    std::string string(std::string_view s) {
        std::string out;
        vouch::detail::append_json(out, s);
        if (rarely() && s.starts_with('v')) out.replace(1, 1, "\\u0076");
        return out;
    }

    std::mt19937 random_;
    int unknown_ = 0;
};

constexpr vouch::options flat{.flat = true};

/// What is unknown in the request itself.
std::vector<std::string> unknown_of(std::string_view text) {
    std::vector<std::string> all;
    for (const vouch::unknown_member& u : vouch::read<CreateInstanceRequest>(text, flat).unknown) {
        if (u.path.rfind('/') == 0) all.push_back(u.path + u.json);
    }
    return all;
}

vouch::edited check_edit(std::string_view text, const CreateInstanceRequest& to) {
    vouch::edited e = vouch::edit<CreateInstanceRequest>(
        text, [&](CreateInstanceRequest& r) { r = to; }, flat);
    INFO(text);
    INFO(e.text);
    const auto back = vouch::read<CreateInstanceRequest>(e.text, flat);
    REQUIRE(back.value);
    CHECK(vouch::write(*back.value) == vouch::write(to));
    REQUIRE(back.value == to);
    std::string applied;
    std::size_t end = 0;
    for (const vouch::text_edit& edit : e.edits) {
        REQUIRE(edit.offset >= end);
        applied.append(text.substr(end, edit.offset - end)).append(edit.text);
        end = edit.offset + edit.length;
    }
    applied += text.substr(end);
    REQUIRE(applied == e.text);
    REQUIRE(unknown_of(e.text) == unknown_of(text));
    REQUIRE(vouch::edit<CreateInstanceRequest>(
                e.text, [&](CreateInstanceRequest& r) { r = to; }, flat)
                .edits.empty());
    return e;
}

}  // namespace

TEST_CASE("an edited text reads back as the changed value", "[properties][edit]") {
    generator some(11);
    messy_writer messy(12);
    for (int i = 0; i < 1000; ++i) {
        const CreateInstanceRequest from = some.request();
        CreateInstanceRequest to = some.request();
        if (i % 2 == 0) to.networkInfo = from.networkInfo;
        for (const std::string& text : {vouch::write(from, {.include_query = true}),
                                        vouch::write(from, {.indent = 2, .include_query = true}), messy.text(from)}) {
            INFO(text);
            REQUIRE(vouch::read<CreateInstanceRequest>(text, flat).value == from);
            REQUIRE(check_edit(text, from).edits.empty());
            check_edit(text, to);
        }
        // What was written by the writer stays as it writes.
        CHECK(check_edit(vouch::write(from, {.include_query = true}), to).text ==
              vouch::write(to, {.include_query = true}));
    }
}

TEST_CASE("a changed scalar is one edit, of its bytes alone", "[properties][edit]") {
    generator some(13);
    messy_writer messy(14);
    for (int i = 0; i < 1000; ++i) {
        const CreateInstanceRequest from = some.request();
        const std::string text = messy.text(from);
        const auto check_scalar = [&](auto change, std::string_view pointer, std::string_view json) {
            CreateInstanceRequest to = from;
            change(to);
            const vouch::edited e = check_edit(text, to);
            const std::optional<vouch::place> at = vouch::locate(text, pointer);
            REQUIRE(at);
            REQUIRE(e.edits == std::vector<vouch::text_edit>{{at->offset, at->length, std::string(json)}});
        };
        check_scalar([](auto& to) { to.serviceCode = "new"; }, "/serviceCode", "\"new\"");
        check_scalar([](auto& to) { to.networkInfo.vpcInfo.vpcId = "new"; }, "/networkInfo/vpcInfo/vpcId", "\"new\"");
        if (from.period) check_scalar([](auto& to) { to.period = 99; }, "/period", "99");
        if (from.tags && !from.tags->empty() && from.tags->back().key)
            check_scalar([](auto& to) { to.tags->back().key = "new"; },
                         "/tags/" + std::to_string(from.tags->size() - 1) + "/key", "\"new\"");
    }
}

TEST_CASE("elements of a list keep what the schema does not have, wherever they go", "[properties][edit]") {
    std::mt19937 random(15);
    for (int i = 0; i < 1000; ++i) {
        std::vector<VSwitch> all;
        std::string list;
        for (std::size_t n = random() % 6; n > 0; --n) {
            const std::string id = "vsw-" + std::to_string(n);
            all.push_back({id});
            list.append(list.empty() ? "" : ", ").append(R"({"vSwitchId": ")" + id + R"(", "x": ")" + id + "\"}");
        }
        CreateInstanceRequest from = generator(static_cast<unsigned>(i)).request();
        from.networkInfo.vpcInfo.vSwitches.emplace();
        std::string text = vouch::write(from, {.include_query = true});
        text.replace(text.find("\"vSwitches\":[]") + 12, 2, "[" + list + "]");
        from.networkInfo.vpcInfo.vSwitches = all;

        CreateInstanceRequest to = from;
        std::vector<VSwitch>& now = *to.networkInfo.vpcInfo.vSwitches;
        std::shuffle(now.begin(), now.end(), random);
        now.resize(random() % (now.size() + 1));
        for (std::size_t n = random() % 3; n > 0; --n)
            now.insert(now.begin() + static_cast<std::ptrdiff_t>(random() % (now.size() + 1)),
                       {"new-" + std::to_string(n)});
        const vouch::edited e = check_edit(text, to);
        for (const vouch::unknown_member& u : vouch::read<CreateInstanceRequest>(e.text, flat).unknown) {
            const std::size_t index = static_cast<std::size_t>(std::stoi(u.path.substr(u.path.size() - 3, 1)));
            const std::string& id = *now[index].vSwitchId;
            INFO(text << "\n" << e.text);
            CHECK((id.starts_with("new") || u.json == '"' + id + '"'));
        }
    }
}
