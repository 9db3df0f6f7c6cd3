#pragma once

#include <array>
#include <cstdint>

#include "index/packed_rows.hpp"

namespace sellerhealth::index {

/// Packs rows, for one thread, fast for contents that it has met lately and for rows that repeat the one before.
class RowPacker {
 public:
  RowPacker(ContentTable& contents, PartedRows& rows) : contents_{contents}, rows_{rows} {}

  /// Packs a row of which `content` says all. Returns false when there are too many contents.
  bool pack(std::uint64_t order_number, const RowContent& content) {
    const ContentTable::Id id = id_of(content);
    if (id == ContentTable::none) [[unlikely]] {
      return false;
    }
    if (last_number_ == order_number && last_->content == id && last_->repeats() < PackedRow::most_repeats) {
      last_->repeat();
    } else {
      last_ = &rows_.add(PackedRow{order_number, id});
      last_number_ = order_number;
    }
    return true;
  }

  /// Packs a row of which `content` says all but the dates. Returns false when there are too many contents.
  bool pack(WideRow row, const RowContent& content) {
    row.content = id_of(content);
    if (row.content == ContentTable::none) {
      return false;
    }
    rows_.add(row);
    return true;
  }

 private:
  [[nodiscard]] ContentTable::Id id_of(const RowContent& content) {
    Known& known = known_[ContentHash{}(content) % known_.size()];
    if (known.id == ContentTable::none || known.content != content) {
      known = {content, contents_.id_of(content)};
    }
    return known.id;
  }

  struct Known {
    RowContent content{};
    ContentTable::Id id = ContentTable::none;
  };

  ContentTable& contents_;
  PartedRows& rows_;
  std::array<Known, 4096> known_{};  ///< Where they hash to.
  PackedRow* last_ = nullptr;
  std::uint64_t last_number_ = 0;  ///< 0: there was none; parse_order_number() gives none.
};

}  // namespace sellerhealth::index
