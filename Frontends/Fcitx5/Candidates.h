// The candidates of a session as Fcitx shows them.
#pragma once

#include "Library.h"

#include <fcitx/candidatelist.h>

#include <memory>
#include <vector>

namespace chu {

class Context;

/// One page of candidates, shown once: the session knows which there are and which is highlighted.
class Candidates final : public fcitx::CandidateList, public fcitx::PageableCandidateList {
public:
    Candidates(Context &context, const chu_candidate_page &page);

    const fcitx::Text &label(int index) const override;
    const fcitx::CandidateWord &candidate(int index) const override;
    int size() const override { return static_cast<int>(words_.size()); }
    int cursorIndex() const override { return highlighted_; }
    fcitx::CandidateLayoutHint layoutHint() const override { return layout_; }

    bool hasPrev() const override { return page_ > 0; }
    bool hasNext() const override { return page_ + 1 < pageCount_; }
    void prev() override;
    void next() override;
    bool usedNextBefore() const override { return page_ > 0; }
    int totalPages() const override { return pageCount_; }
    int currentPage() const override { return page_; }
    void setPage(int page) override;

private:
    Context &context_;
    std::vector<fcitx::Text> labels_;
    std::vector<std::unique_ptr<fcitx::CandidateWord>> words_;
    int highlighted_;
    int page_;
    int pageCount_;
    fcitx::CandidateLayoutHint layout_ = fcitx::CandidateLayoutHint::NotSet;
};

}  // namespace chu
