// SPDX-License-Identifier: BSL-1.0
// Compares the library with boost::json::parse of the same text, the least that a user of Boost.JSON does today, and
// with other libraries.
#include "allocations.hpp"
#include "corpus.hpp"
#include "peers.hpp"

#include <apsaramq.hpp>
#include <vouch/fix.hpp>

#include <benchmark/benchmark.h>
#include <boost/json/parse.hpp>

namespace {

using apsaramq::CreateInstanceRequest;

/// Runs a benchmark on the documents in turn, and counts allocations.
template <class Input, class F>
void run(benchmark::State& state, const std::vector<Input>& inputs, F f) {
    const std::size_t before = allocations;
    std::size_t i = 0;
    for (auto _ : state) {
        f(inputs[i]);
        if (++i == inputs.size()) i = 0;
    }
    state.counters["allocations"] = static_cast<double>(allocations - before) / static_cast<double>(state.iterations());
}

template <class Input, class F>
void add(const std::string& name, const std::vector<Input>& inputs, F f) {
    benchmark::RegisterBenchmark(name.c_str(), [&inputs, f](benchmark::State& state) { run(state, inputs, f); });
}

std::vector<CreateInstanceRequest> values_of(const std::vector<std::string>& texts) {
    std::vector<CreateInstanceRequest> out;
    for (const std::string& t : texts) out.push_back(*vouch::read<CreateInstanceRequest>(t).value);
    return out;
}

/// Reads a document as if the straight lane had given up.
vouch::reading<CreateInstanceRequest> plain_read(const std::string& text) {
    vouch::reading<CreateInstanceRequest> result;
    vouch::detail::plain::read(text, {}, vouch::detail::straight::value_type_of<CreateInstanceRequest>, &result.value,
                               {result.report, result.unknown});
    return result;
}

void add_corpus(const corpus& c, const std::vector<CreateInstanceRequest>& values) {
    using text = std::string;
    const std::string on = "/" + c.name;
    const auto keep = [](const auto& v) { benchmark::DoNotOptimize(&v); };
    add("boost_json_parse" + on, c.clean, [=](const text& t) { keep(boost::json::parse(t)); });
    add("read" + on, c.clean, [=](const text& t) { keep(vouch::read<CreateInstanceRequest>(t)); });
    add("verdict" + on, c.clean, [=](const text& t) { keep(vouch::check<CreateInstanceRequest>(t)); });
    add("validate" + on, values, [=](const CreateInstanceRequest& v) { keep(vouch::validate(v)); });
    add("write" + on, values, [=](const CreateInstanceRequest& v) { keep(vouch::write(v)); });
    add("write_to" + on, values, [=, out = std::string()](const CreateInstanceRequest& v) mutable {
        out.clear();
        vouch::write_to(out, v);
        keep(out);
    });
    add("plain_read" + on, c.clean, [=](const text& t) { keep(plain_read(t)); });
    add("boost_json_parse_mistakes" + on, c.mistakes, [=](const text& t) { keep(boost::json::parse(t)); });
    add("ten_mistakes" + on, c.mistakes, [=](const text& t) { keep(vouch::read<CreateInstanceRequest>(t)); });
    for (const peer& p : peers()) {
        if (p.read != nullptr) add(p.name + on, c.clean, [read = p.read](const text& t) { read(t); });
        if (p.write != nullptr)
            add(p.name + "_write" + on, values, [write = p.write](const CreateInstanceRequest& v) { write(v); });
    }
}

/// What must be linear in the size of a document, or nearly.
void add_growth() {
    static std::vector<std::vector<std::string>> documents;
    documents.reserve(32);
    const auto grow = [](const std::string& name, std::string (*make)(std::size_t),
                         std::initializer_list<std::size_t> sizes, auto f) {
        for (const std::size_t n : sizes) add(name + "/" + std::to_string(n), documents.emplace_back(1, make(n)), f);
    };
    const auto read = [](const std::string& t) { benchmark::DoNotOptimize(vouch::read<CreateInstanceRequest>(t)); };
    const auto fix = [](const std::string& t) { benchmark::DoNotOptimize(vouch::fix<CreateInstanceRequest>(t)); };
    grow("read_tags", with_tags, {1, 10, 100, 1000, 10000}, read);
    grow("read_mistakes", with_mistakes, {1, 10, 100, 1000}, read);
    grow("fix_keys", with_wrong_keys, {1, 10, 100, 1000, 10000}, fix);
    grow("fix_ids", with_joined_ids, {1, 10, 100, 1000, 10000}, fix);
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::vector<CreateInstanceRequest>> values;
    for (const corpus& c : corpora()) values.push_back(values_of(c.clean));
    for (std::size_t i = 0; i < values.size(); ++i) add_corpus(corpora()[i], values[i]);

    add_growth();
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    benchmark::RunSpecifiedBenchmarks();
}
