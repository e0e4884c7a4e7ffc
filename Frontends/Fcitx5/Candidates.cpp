#include "Candidates.h"

#include "Field.h"

#include <stdexcept>

namespace chu {

namespace {

class Candidate final : public fcitx::CandidateWord {
public:
    Candidate(Field &field, int index, const chu_candidate &candidate) : field_(field), index_(index) {
        fcitx::Text text(string(candidate.text));
        const auto gloss = string(candidate.gloss);
#ifdef CHU_FCITX_HAS_COMMENTS
        setComment(fcitx::Text(gloss));
#else
        if (!gloss.empty()) text.append("  " + gloss);
#endif
        setText(std::move(text));
    }

    void select(fcitx::InputContext *) const override { field_.select(index_); }

private:
    Field &field_;
    int index_;
};

}  // namespace

Candidates::Candidates(Field &field, const chu_candidate_page &page)
    : field_(field),
      highlighted_(page.highlighted),
      page_(static_cast<int>(page.page)),
      pageCount_(static_cast<int>(page.page_count)) {
    setPageable(this);
    for (uint32_t i = 0; i < page.count; i++) {
        labels_.emplace_back(string(page.labels[i]) + ". ");
        words_.push_back(std::make_unique<Candidate>(field, static_cast<int>(i), *page.candidates[i]));
        if (page.candidates[i]->gloss.size > 0) layout_ = fcitx::CandidateLayoutHint::Vertical;
    }
}

// Fcitx expects this of an index out of range, and catches it.
const fcitx::Text &Candidates::label(int index) const { return labels_.at(static_cast<size_t>(index)); }

const fcitx::CandidateWord &Candidates::candidate(int index) const { return *words_.at(static_cast<size_t>(index)); }

// Turning puts another list in the place of this one, which may be gone afterwards.
void Candidates::prev() { field_.turnPage(-1); }

void Candidates::next() { field_.turnPage(1); }

void Candidates::setPage(int page) { field_.turnPage(page - page_); }

}  // namespace chu
