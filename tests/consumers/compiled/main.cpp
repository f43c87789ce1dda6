// SPDX-License-Identifier: BSL-1.0
#include "ticket.hpp"

#include <apsaramq.hpp>
#include <boost/json/parse.hpp>
#include <vouch/boost_json.hpp>

int main() {
    const std::string_view text = R"({"title":"Printer on fire","count":10})";
    auto reading = vouch::read<Ticket>(text);
    if (!reading.value || reading.report.size() != 1 || reading.report[0].rule != "count-range") return 1;
    reading.value->count = 9;
    if (!vouch::validate(*reading.value).empty() || !vouch::valid(*reading.value)) return 2;
    if (vouch::write(*reading.value) != R"({"title":"Printer on fire","count":9})") return 3;
    if (vouch::check<Ticket>(text)) return 4;
    if (vouch::read<Ticket>(boost::json::parse(text.data())).report.errors() != 1) return 5;
    if (vouch::to_value(*reading.value).at("count") != 9) return 6;
    const auto request = vouch::read<apsaramq::CreateInstanceRequest>("{}");
    return request.report.errors() == 5 && !vouch::check<apsaramq::CreateInstanceRequest>("{}") ? 0 : 7;
}
