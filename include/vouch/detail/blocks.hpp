// SPDX-License-Identifier: BSL-1.0
// Blocks of bytes that are tested in one step: 16 where the processor can do that, 8 in a word everywhere. A test is a
// function of a block, and written once for both.
#pragma once

#include <vouch/version.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#if defined(VOUCH_PORTABLE_BLOCKS)
#elif defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>
#endif

namespace vouch::inline VOUCH_ABI::detail {

template <class Word>
Word word_at(const char* p) {
    Word w;
    std::memcpy(&w, p, sizeof w);
    return w;
}

/// A word that was loaded from memory, with its first byte lowest.
inline std::uint64_t little_endian(std::uint64_t word) {
    return std::endian::native == std::endian::big ? __builtin_bswap64(word) : word;
}

/// Eight bytes in a word. A mask has the highest bit of each byte that passed; only the first of them is exact.
class block8 {
public:
    static constexpr std::size_t size = 8;
    using mask = std::uint64_t;

    explicit block8(const char* p) : bytes_(little_endian(word_at<std::uint64_t>(p))) {}
    /// A block of fewer bytes, filled up with spaces.
    block8(const char* p, std::size_t n) {
        const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(p[i])} << 8 * i; };
        for (std::size_t i = 0; i < n; ++i) bytes_ |= byte(i);
        bytes_ |= ones * ' ' << 8 * n;
    }
    void store(char* to) const {
        const std::uint64_t bytes = little_endian(bytes_);
        std::memcpy(to, &bytes, sizeof bytes);
    }
    [[nodiscard]] mask is(char c) const {
        const std::uint64_t difference = bytes_ ^ (ones * static_cast<unsigned char>(c));
        return (difference - ones) & ~difference & high;
    }
    [[nodiscard]] mask is_not(char c) const {
        const std::uint64_t difference = bytes_ ^ (ones * static_cast<unsigned char>(c));
        return (((difference & ~high) + ~high) | difference) & high;
    }
    [[nodiscard]] mask is_beyond_ascii() const { return bytes_ & high; }
    [[nodiscard]] mask is_control_or_beyond_ascii() const { return ((bytes_ - ones * 0x20) | bytes_) & high; }

    static bool any(mask m) { return m != 0; }
    static std::size_t first(mask m) { return static_cast<std::size_t>(std::countr_zero(m)) / 8; }

private:
    static constexpr std::uint64_t ones = 0x0101010101010101U;
    static constexpr std::uint64_t high = ones * 0x80;

    std::uint64_t bytes_ = 0;
};

#if defined(VOUCH_PORTABLE_BLOCKS)

using wide_block = block8;

#elif defined(__SSE2__)

class block16 {
public:
    static constexpr std::size_t size = 16;

    /// Like a word, but not an alias of a vector type, whose attributes templates ignore.
    struct mask {
        __m128i bytes;
        friend mask operator|(mask a, mask b) { return {_mm_or_si128(a.bytes, b.bytes)}; }
        friend mask operator&(mask a, mask b) { return {_mm_and_si128(a.bytes, b.bytes)}; }
    };

    explicit block16(const char* p) : bytes_(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p))) {}
    void store(char* to) const { _mm_storeu_si128(reinterpret_cast<__m128i*>(to), bytes_); }
    [[nodiscard]] mask is(char c) const { return {_mm_cmpeq_epi8(bytes_, _mm_set1_epi8(c))}; }
    [[nodiscard]] mask is_not(char c) const { return {_mm_xor_si128(is(c).bytes, _mm_set1_epi32(-1))}; }
    [[nodiscard]] mask is_beyond_ascii() const { return {bytes_}; }
    [[nodiscard]] mask is_control_or_beyond_ascii() const {
        return {_mm_cmplt_epi8(bytes_, _mm_set1_epi8(0x20))};  // Signed.
    }

    static bool any(mask m) { return _mm_movemask_epi8(m.bytes) != 0; }
    static std::size_t first(mask m) {
        return static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(_mm_movemask_epi8(m.bytes))));
    }

private:
    __m128i bytes_;
};
using wide_block = block16;

#elif defined(__ARM_NEON) && defined(__aarch64__)

class block16 {
public:
    static constexpr std::size_t size = 16;

    struct mask {
        uint8x16_t bytes;
        friend mask operator|(mask a, mask b) { return {vorrq_u8(a.bytes, b.bytes)}; }
        friend mask operator&(mask a, mask b) { return {vandq_u8(a.bytes, b.bytes)}; }
    };

    explicit block16(const char* p) : bytes_(vld1q_u8(reinterpret_cast<const std::uint8_t*>(p))) {}
    void store(char* to) const { vst1q_u8(reinterpret_cast<std::uint8_t*>(to), bytes_); }
    [[nodiscard]] mask is(char c) const { return {vceqq_u8(bytes_, vdupq_n_u8(static_cast<std::uint8_t>(c)))}; }
    [[nodiscard]] mask is_not(char c) const { return {vmvnq_u8(is(c).bytes)}; }
    [[nodiscard]] mask is_beyond_ascii() const { return {vcgeq_u8(bytes_, vdupq_n_u8(0x80))}; }
    [[nodiscard]] mask is_control_or_beyond_ascii() const {
        return {vcltq_s8(vreinterpretq_s8_u8(bytes_), vdupq_n_s8(0x20))};  // Signed.
    }

    static bool any(mask m) { return vmaxvq_u8(m.bytes) != 0; }
    static std::size_t first(mask m) {
        const uint8x8_t nibbles = vshrn_n_u16(vreinterpretq_u16_u8(m.bytes), 4);
        return static_cast<std::size_t>(std::countr_zero(vget_lane_u64(vreinterpret_u64_u8(nibbles), 0))) / 4;
    }

private:
    uint8x16_t bytes_;
};
using wide_block = block16;

#else

using wide_block = block8;

#endif

/// Whether `test(block, offset)` marks any of `n` bytes. The last block overlaps the one before it; a block of fewer
/// than eight bytes is filled up with spaces.
template <class Test>
[[gnu::always_inline]] inline bool any_byte(const char* p, std::size_t n, Test test) {
    const auto in_blocks = [&]<class Block>(const Block*) {
        auto found = test(Block(p + n - Block::size), n - Block::size);
        for (std::size_t at = 0; at + Block::size < n; at += Block::size) found = found | test(Block(p + at), at);
        return Block::any(found);
    };
    if (n >= wide_block::size) return in_blocks(static_cast<const wide_block*>(nullptr));
    if (n >= block8::size) return in_blocks(static_cast<const block8*>(nullptr));
    return block8::any(test(block8(p, n), std::size_t{0}));
}

/// The first byte from `p` on that `test(block)` marks; there must be one, and a block's size of readable bytes after
/// it.
template <class Test>
[[gnu::always_inline]] inline const char* first_byte(const char* p, Test test) {
    while (true) {
        const wide_block block(p);
        const auto found = test(block);
        if (wide_block::any(found)) return p + wide_block::first(found);
        p += wide_block::size;
    }
}

}  // namespace vouch::detail
