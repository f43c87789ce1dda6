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

#include <algorithm>
#include <array>
#include <chrono>

namespace {

using apsaramq::CreateInstanceRequest;

const auto keep = [](const auto& v) { benchmark::DoNotOptimize(&v); };

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

/// Seconds for some runs on the documents in turn.
template <class Input, class F>
double time_of(std::size_t runs, const std::vector<Input>& inputs, F& f) {
    const auto begin = std::chrono::steady_clock::now();
    std::size_t i = 0;
    for (std::size_t n = 0; n < runs; ++n) {
        f(inputs[i]);
        if (++i == inputs.size()) i = 0;
    }
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// The time of a benchmark as a ratio to parsing the texts: the median of short rounds of both, so that a processor
/// that changes its speed changes it for both.
template <class Input, class F>
double ratio_to_parsing(const std::vector<Input>& inputs, F f, const std::vector<std::string>& texts) {
    const auto parse = [](const std::string& t) { keep(boost::json::parse(t)); };
    const std::size_t runs = std::max<std::size_t>(64, inputs.size());
    std::array<double, 15> ratios;
    for (double& r : ratios) {
        const double parsing = time_of(runs, texts, parse);
        r = time_of(runs, inputs, f) / parsing;
    }
    std::sort(ratios.begin(), ratios.end());
    return ratios[ratios.size() / 2];
}

template <class Input, class F>
void add(const std::string& name, const std::vector<Input>& inputs, F f) {
    benchmark::RegisterBenchmark(name.c_str(), [&inputs, f](benchmark::State& state) { run(state, inputs, f); });
}

/// A benchmark that is compared with parsing the texts.
template <class Input, class F>
void add(const std::string& name, const std::vector<Input>& inputs, F f, const std::vector<std::string>& texts) {
    benchmark::RegisterBenchmark(name.c_str(), [&inputs, &texts, f](benchmark::State& state) {
        run(state, inputs, f);
        state.counters["ratio"] = ratio_to_parsing(inputs, f, texts);
    });
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
    const auto texts = [&](const std::string& name, auto f) { add(name + "/" + c.name, c.clean, f, c.clean); };
    const auto structs = [&](const std::string& name, auto f) { add(name + "/" + c.name, values, f, c.clean); };
    const auto mistakes = [&](const std::string& name, auto f) { add(name + "/" + c.name, c.mistakes, f, c.mistakes); };
    texts("boost_json_parse", [](const text& t) { keep(boost::json::parse(t)); });
    texts("read", [](const text& t) { keep(vouch::read<CreateInstanceRequest>(t)); });
    texts("verdict", [](const text& t) { keep(vouch::check<CreateInstanceRequest>(t)); });
    structs("validate", [](const CreateInstanceRequest& v) { keep(vouch::validate(v)); });
    structs("write", [](const CreateInstanceRequest& v) { keep(vouch::write(v)); });
    structs("write_to", [out = std::string()](const CreateInstanceRequest& v) mutable {
        out.clear();
        vouch::write_to(out, v);
        keep(out);
    });
    texts("plain_read", [](const text& t) { keep(plain_read(t)); });
    mistakes("boost_json_parse_mistakes", [](const text& t) { keep(boost::json::parse(t)); });
    mistakes("ten_mistakes", [](const text& t) { keep(vouch::read<CreateInstanceRequest>(t)); });
    for (const peer& p : peers()) {
        if (p.read != nullptr) texts(p.name, [read = p.read](const text& t) { read(t); });
        if (p.write != nullptr)
            structs(p.name + "_write", [write = p.write](const CreateInstanceRequest& v) { write(v); });
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
    const auto read = [](const std::string& t) { keep(vouch::read<CreateInstanceRequest>(t)); };
    const auto fix = [](const std::string& t) { keep(vouch::fix<CreateInstanceRequest>(t)); };
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
