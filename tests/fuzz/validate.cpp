// SPDX-License-Identifier: BSL-1.0
// For any values in a struct, such as no document has: both lanes agree about it, what is written is JSON, and a value
// without an error is what is read again.
#include <apsaramq.hpp>

#include "../lanes.hpp"
#include "fuzz.hpp"

#include <fuzzer/FuzzedDataProvider.h>
#include <boost/json/parse.hpp>

namespace {

/// Gives every member a value from the input; enumerators that do not exist and texts that are not UTF-8 are among
/// them.
class filler {
public:
    explicit filler(std::string_view input)
        : from_(reinterpret_cast<const std::uint8_t*>(input.data()), input.size()) {}

    template <class T>
    requires boost::describe::has_describe_members<T>::value void fill(T& object) {
        using members = boost::describe::describe_members<T, boost::describe::mod_public>;
        boost::mp11::mp_for_each<members>([&](auto member) { fill(object.*member.pointer); });
    }
    template <class T>
    void fill(std::optional<T>& member) {
        if (from_.ConsumeBool()) fill(member.emplace());
    }
    template <class T>
    void fill(std::vector<T>& list) {
        list.resize(from_.ConsumeIntegralInRange<std::size_t>(0, 3));
        for (T& element : list) fill(element);
    }
    void fill(std::string& text) { text = from_.ConsumeRandomLengthString(24); }
    void fill(bool& value) { value = from_.ConsumeBool(); }
    void fill(double& value) { value = from_.ConsumeFloatingPoint<double>(); }
    template <class T>
        requires std::is_enum_v<T>
    void fill(T& value) { value = static_cast<T>(from_.ConsumeIntegralInRange(-1, 7)); }
    template <std::integral T>
    void fill(T& value) {
        value = from_.ConsumeBool() ? from_.ConsumeIntegralInRange<T>(-1, 40) : from_.ConsumeIntegral<T>();
    }

private:
    FuzzedDataProvider from_;
};

template <class T>
void validate(std::string_view input) {
    T value;
    filler(input).fill(value);
    const vouch::report report = vouch::validate(value);
    demand(is_same(report, plain_lane::validate(value)));
    demand(vouch::valid(value) == report.ok());
    const std::string written = vouch::write(value, {.include_query = true});
    demand(written == plain_lane::write(value, {.include_query = true}));
    boost::json::error_code error;
    boost::json::parse(written, error);
    demand(!error);
    if (report.ok()) demand(vouch::read<T>(written, {.flat = true}).value == value);
}

}  // namespace

void fuzz(std::string_view input) {
    validate<apsaramq::CreateInstanceRequest>(input);
    validate<apsaramq::CreateInstanceResponse>(input);
}
