// SPDX-License-Identifier: BSL-1.0
#include <vouch/detail/blocks.hpp>

#include "../../catch.hpp"

#include <string>

using namespace vouch::detail;

namespace {

/// The first byte of a block that a test marks, or its size.
template <class Block, class Test>
std::size_t first(const std::string& bytes, Test test) {
    const auto found = test(Block(bytes.data()));
    return Block::any(found) ? Block::first(found) : Block::size;
}

template <class Block>
void check_every_byte() {
    for (std::size_t at = 0; at < Block::size; ++at) {
        for (int byte = 0; byte < 256; ++byte) {
            std::string bytes(Block::size, 'a');
            bytes[at] = static_cast<char>(byte);
            INFO("byte " << byte << " at " << at);
            const auto expected = [&](bool marked) { return marked ? at : Block::size; };
            CHECK(first<Block>(bytes, [](const Block& b) { return b.is('"'); }) == expected(byte == '"'));
            CHECK(first<Block>(bytes, [](const Block& b) { return b.is_beyond_ascii(); }) == expected(byte >= 0x80));
            CHECK(first<Block>(bytes, [](const Block& b) { return b.is_control_or_beyond_ascii(); }) ==
                  expected(byte < 0x20 || byte >= 0x80));
            CHECK(first<Block>(bytes, [](const Block& b) { return b.is_not('a'); }) == expected(byte != 'a'));
        }
    }
}

}  // namespace

TEST_CASE("blocks mark each byte at each position", "[blocks]") {
    check_every_byte<block8>();
    check_every_byte<wide_block>();
}

TEST_CASE("a byte is found in texts of every length, and none beyond them", "[blocks]") {
    const auto has_quote = [](const std::string& text, std::size_t size) {
        return any_byte(text.data(), size, [](const auto& block, std::size_t) { return block.is('"'); });
    };
    for (std::size_t size = 0; size < 70; ++size) {
        CHECK_FALSE(has_quote(std::string(size, 'a') + "\"", size));
        for (std::size_t at = 0; at < size; ++at) {
            std::string text(size, 'a');
            text[at] = '"';
            CHECK(has_quote(text, size));
        }
    }
}
