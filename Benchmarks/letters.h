/* The letters of Vietnamese, and the keys that make them in Telex and VNI. */
#ifndef LETTERS_H
#define LETTERS_H

enum { TONES = 5, VOWELS = 12 };

struct vowel {
    const char *small;   /* without a tone, then with sắc, huyền, hỏi, ngã, nặng */
    const char *capital; /* the same */
    char base;
    char telex; /* the mark's key; 0 when there is no mark */
    char vni;
};

static const struct vowel vowels[VOWELS] = {
    {"aáàảãạ", "AÁÀẢÃẠ", 'a', 0, 0},     {"ăắằẳẵặ", "ĂẮẰẲẴẶ", 'a', 'w', '8'}, {"âấầẩẫậ", "ÂẤẦẨẪẬ", 'a', 'a', '6'},
    {"eéèẻẽẹ", "EÉÈẺẼẸ", 'e', 0, 0},     {"êếềểễệ", "ÊẾỀỂỄỆ", 'e', 'e', '6'}, {"iíìỉĩị", "IÍÌỈĨỊ", 'i', 0, 0},
    {"oóòỏõọ", "OÓÒỎÕỌ", 'o', 0, 0},     {"ôốồổỗộ", "ÔỐỒỔỖỘ", 'o', 'o', '6'}, {"ơớờởỡợ", "ƠỚỜỞỠỢ", 'o', 'w', '7'},
    {"uúùủũụ", "UÚÙỦŨỤ", 'u', 0, 0},     {"ưứừửữự", "ƯỨỪỬỮỰ", 'u', 'w', '7'}, {"yýỳỷỹỵ", "YÝỲỶỸỴ", 'y', 0, 0},
};

static const char telex_tones[TONES + 1] = "sfrxj";
static const char vni_tones[TONES + 1] = "12345";

/* How many bytes the UTF-8 character at `text` has. */
static inline int width(const char *text) {
    unsigned char first = (unsigned char)*text;
    return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

#endif
