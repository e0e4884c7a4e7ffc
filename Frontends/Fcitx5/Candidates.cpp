#include "Candidates.h"

#include "Context.h"

#include <stdexcept>

namespace chu {

namespace {

class Candidate final : public fcitx::CandidateWord {
public:
    Candidate(Context &context, int index, const chu_candidate &candidate) : context_(context), index_(index) {
        fcitx::Text text(string(candidate.text));
        const auto gloss = string(candidate.gloss);
#ifdef CHU_FCITX_HAS_COMMENTS
        setComment(fcitx::Text(gloss));
#else
        if (!gloss.empty()) text.append("  " + gloss);
#endif
        setText(std::move(text));
    }

    void select(fcitx::InputContext *) const override { context_.select(index_); }

private:
    Context &context_;
    int index_;
};

}  // namespace

Candidates::Candidates(Context &context, const chu_candidate_page &page)
    : context_(context),
      highlighted_(page.highlighted),
      page_(static_cast<int>(page.page)),
      pageCount_(static_cast<int>(page.page_count)) {
    setPageable(this);
    for (uint32_t i = 0; i < page.count; i++) {
        labels_.emplace_back(string(page.labels[i]) + ". ");
        words_.push_back(std::make_unique<Candidate>(context, static_cast<int>(i), *page.candidates[i]));
        if (page.candidates[i]->gloss.size > 0) layout_ = fcitx::CandidateLayoutHint::Vertical;
    }
}

// `at` throws for an index out of range, which Fcitx expects and catches.
const fcitx::Text &Candidates::label(int index) const { return labels_.at(static_cast<size_t>(index)); }

const fcitx::CandidateWord &Candidates::candidate(int index) const { return *words_.at(static_cast<size_t>(index)); }

// Turning the page replaces this list, which may be gone afterwards.
void Candidates::prev() { context_.turnPage(-1); }

void Candidates::next() { context_.turnPage(1); }

void Candidates::setPage(int page) { context_.turnPage(page - page_); }

}  // namespace chu
