// SPDX-License-Identifier: BSL-1.0
// Macros that other headers leave behind: those of Windows, Qt, macOS and old compilers. Vouch is included after them.
#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cfloat>
#include <charconv>
#include <concepts>
#include <cstring>
#include <functional>
#include <limits>
#include <locale>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))
#define check(assertion) assertion
#define require(assertion, label) assertion, label
#define verify(assertion) assertion
#define far
#define near
#define IN
#define OUT
#define ERROR 0
#define OPTIONAL
#define VOID void
#define DELETE 0x00010000L
#define small char
#define interface struct
#define slots
#define signals public
#define emit
#define foreach for
#define forever for (;;)
#undef major
#undef minor
#define major(x) (x)
#define minor(x) (x)
#define unix 1
#define linux 1

#include <apsaramq.hpp>
#include <apsaramq/examples.hpp>
#include <vouch/export/example.hpp>
#include <vouch/export/json_schema.hpp>
#include <vouch/export/markdown.hpp>
#include <vouch/export/sample.hpp>
#include <vouch/fix.hpp>
#include <vouch/locate.hpp>
#include <vouch/render/diff.hpp>
#include <vouch/render/github.hpp>
#include <vouch/render/json.hpp>
#include <vouch/render/junit.hpp>
#include <vouch/render/sarif.hpp>
#include <vouch/render/text.hpp>

int main() {
    using request = apsaramq::CreateInstanceRequest;
    const std::string_view text = R"({"serviceCode":"rmq","PaymentType":"PayAsYouGo"})";
    const vouch::reading<request> reading = vouch::read<request>(text);
    const bool clean = vouch::check<request>(text);
    const vouch::fixed fixed = vouch::fix<request>(text);
    const bool same = vouch::read<request>(boost::json::parse(text)).report.size() == reading.report.size();
    return !clean && same && !reading && fixed.applied.size() == 1 && vouch::validate(request{}).errors() > 0 ? 0 : 1;
}
