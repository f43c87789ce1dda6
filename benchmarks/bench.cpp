// SPDX-License-Identifier: BSL-1.0
// Compares the library with boost::json::parse of the same text, the least that a user of Boost.JSON does today.
#include <apsaramq.hpp>

#include <benchmark/benchmark.h>
#include <boost/json/parse.hpp>

#include <cstdlib>
#include <fstream>
#include <new>
#include <sstream>

namespace {

std::size_t allocations = 0;

using apsaramq::CreateInstanceRequest;

std::string file_text(const char* name) {
    std::stringstream text;
    text << std::ifstream(VOUCH_BENCH "/" + std::string(name) + ".json").rdbuf();
    return text.str();
}

/// Runs a benchmark on a document and counts allocations.
template <class F>
void run(benchmark::State& state, F f) {
    const std::size_t before = allocations;
    for (auto _ : state) f();
    state.counters["allocations"] = static_cast<double>(allocations - before) / static_cast<double>(state.iterations());
}

void run_parse(benchmark::State& state, const char* name) {
    const std::string text = file_text(name);
    run(state, [&] { benchmark::DoNotOptimize(boost::json::parse(text)); });
}
void run_read(benchmark::State& state, const char* name) {
    const std::string text = file_text(name);
    run(state, [&] { benchmark::DoNotOptimize(vouch::read<CreateInstanceRequest>(text)); });
}
/// The plain lane alone, which clean documents do not need.
void run_thorough(benchmark::State& state, const char* name) {
    const std::string text = file_text(name);
    const vouch::options o;
    run(state, [&] {
        vouch::reading<CreateInstanceRequest> result;
        vouch::detail::plain::read(text, o, vouch::detail::plain::value_type_of<CreateInstanceRequest>, &result.value,
                                   {result.report, result.unknown});
        benchmark::DoNotOptimize(result);
    });
}
void run_validate(benchmark::State& state, const char* name) {
    const auto request = *vouch::read<CreateInstanceRequest>(file_text(name)).value;
    run(state, [&] { benchmark::DoNotOptimize(vouch::validate(request)); });
}
void run_verdict(benchmark::State& state, const char* name) {
    const std::string text = file_text(name);
    run(state, [&] { benchmark::DoNotOptimize(vouch::check<CreateInstanceRequest>(text)); });
}
void run_write_to(benchmark::State& state, const char* name) {
    const auto request = *vouch::read<CreateInstanceRequest>(file_text(name)).value;
    std::string out;
    run(state, [&] {
        out.clear();
        vouch::write_to(out, request);
        benchmark::DoNotOptimize(out.data());
    });
}
void run_write(benchmark::State& state, const char* name) {
    const auto request = *vouch::read<CreateInstanceRequest>(file_text(name)).value;
    run(state, [&] { benchmark::DoNotOptimize(vouch::write(request)); });
}

}  // namespace

void* operator new(std::size_t size) {
    ++allocations;
    if (void* p = std::malloc(size)) return p;
    throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    ++allocations;
    return std::malloc(size);
}
void operator delete(void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }

int main(int argc, char** argv) {
    for (const char* name : {"full", "minimal", "ten-mistakes"}) {
        const std::string on = std::string("/") + name;
        benchmark::RegisterBenchmark(("parse" + on).c_str(), run_parse, name);
        benchmark::RegisterBenchmark(("read" + on).c_str(), run_read, name);
        if (std::string_view(name) == "ten-mistakes") continue;
        benchmark::RegisterBenchmark(("thorough" + on).c_str(), run_thorough, name);
        benchmark::RegisterBenchmark(("validate" + on).c_str(), run_validate, name);
        benchmark::RegisterBenchmark(("verdict" + on).c_str(), run_verdict, name);
        benchmark::RegisterBenchmark(("write_to" + on).c_str(), run_write_to, name);
        benchmark::RegisterBenchmark(("write" + on).c_str(), run_write, name);
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
