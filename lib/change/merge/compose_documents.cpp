#include <algorithm>

#include "change/merge/compose.h"

namespace matter::merge {

namespace {

/// What stands between the document before and this one: comments, the marker.
std::string_view separator_text(const Version& in, std::uint32_t n) {
  if (n == nowhere) return {};
  const std::uint32_t from = n == 0 ? 0 : in.doc.root_spans[n - 1].end;
  return in.at({from, in.doc.root_spans[n].begin});
}

std::string_view rest_of(const Version& in) {
  const std::uint32_t from = in.doc.root_spans.empty() ? 0 : in.doc.root_spans.back().end;
  return in.text.substr(from);
}

bool is_block(const Ref& ref) { return !ref.present() || is_block_collection(ref.in->doc, ref.node); }

}  // namespace

Ref root_of(const Version& in, std::uint32_t n) {
  Ref ref;
  if (n == nowhere) return ref;
  ref.in = &in;
  ref.node = in.doc.roots[n];
  ref.span = ref.body = ref.all = in.doc.root_spans[n];
  for (std::size_t i = 0; i < in.nodes.size(); ++i) {
    if (in.nodes[i] == ref.node) ref.matter = &in.matter(i);
  }
  return ref;
}

std::string Compose::run() {
  const std::vector<Triple> triples = match_documents(base_, ours_, theirs_);
  // Seldom more: a text that has to grow takes twice the memory for as long as it is kept.
  const std::size_t most = std::max(ours_.text.size(), theirs_.text.size());
  out_.reserve(most + most / 16 + 64);
  for (const std::uint32_t i : merge_order(triples).sequence) {
    const std::size_t before = out_.size();
    document(triples[i]);
    document_before_ = document_before_ || out_.size() > before;
  }
  out_.append(merge_lines(rest_of(base_), rest_of(ours_), rest_of(theirs_)));
  return std::move(out_);
}

void Compose::separator(const Triple& at) {
  const auto picked =
      pick(separator_text(base_, at.base), separator_text(ours_, at.ours), separator_text(theirs_, at.theirs));
  const std::string_view ours =
      at.ours == nowhere ? separator_text(theirs_, at.theirs) : separator_text(ours_, at.ours);
  const std::string_view text = picked && (at.ours != nowhere) == (at.theirs != nowhere) ? *picked : ours;
  if (document_before_ && text.empty()) {
    out_.append("---\n");
  } else {
    out_.append(text);
  }
}

void Compose::document(const Triple& at) {
  const Three refs{root_of(base_, at.base), root_of(ours_, at.ours), root_of(theirs_, at.theirs)};
  const Ref& any = refs.ours.present() ? refs.ours : refs.theirs.present() ? refs.theirs : refs.base;
  matter_ = matter_label(any.matter);
  path_.clear();
  const auto same = [](const Ref& a, const Ref& b) { return a.present() && b.present() && a.text() == b.text(); };
  const Verdict verdict = fate(refs, same(refs.base, refs.ours), same(refs.base, refs.theirs));
  const auto side_of = [&](MergeSide side) {
    if (!refs.on(side).present()) return;
    separator(at);
    out_.append(refs.on(side).text());
  };
  switch (verdict.fate) {
    case Fate::gone: return explain(at.ours == nowhere ? MergeReason::removed_by_ours : MergeReason::removed_by_theirs);
    case Fate::ours: return side_of(MergeSide::ours);
    case Fate::theirs: return side_of(MergeSide::theirs);
    case Fate::conflict: return fenced([&] { side_of(conflict(verdict.kind, refs)); });
    case Fate::merge: break;
  }
  separator(at);
  if (refs.ours.text() == refs.theirs.text()) {
    out_.append(refs.ours.text());
  } else if (is_block(refs.base) && is_block(refs.ours) && is_block(refs.theirs)) {
    root(refs, at);
  } else {
    fenced([&] {
      const auto side = by_meaning(refs, &Ref::span);
      const MergeSide taken = side ? *side : conflict(ConflictKind::both_changed, refs);
      out_.append(refs.on(taken).present() ? refs.on(taken).text() : std::string_view{});
    });
  }
}

void Compose::root(const Three& refs, const Triple& at) {
  Boxes boxes;
  open_root(refs.base, at.base, boxes.base);
  open_root(refs.ours, at.ours, boxes.ours);
  open_root(refs.theirs, at.theirs, boxes.theirs);
  const auto opened = [](const Box& box) {
    return box.present() ? box.ref.in->at(box.layout.open) : std::string_view{};
  };
  const auto open_text = pick(opened(boxes.base), opened(boxes.ours), opened(boxes.theirs));
  out_.append(open_text ? *open_text : opened(boxes.ours));
  const auto column = pick(boxes.base.layout.column, boxes.ours.layout.column, boxes.theirs.layout.column);
  fenced([&] { block(boxes, column ? *column : boxes.ours.layout.column); });
}

}  // namespace matter::merge
