package badge

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold returns the words of s in the letters that people take them for: lower
// case, without accents, with the Latin letter for those of other scripts that
// look the same, and nothing of what cannot be seen. With leet, digits and signs
// stand for the letters they are used for, and i and l are one letter.
func fold(s string, leet bool) []string {
	var b strings.Builder
	for _, c := range norm.NFKD.String(s) {
		switch {
		case leet && alike(leetLetters, c) != "":
			b.WriteString(alike(leetLetters, c))
		case alike(letters, c) != "":
			b.WriteString(latin(alike(letters, c), leet))
		case unicode.In(c, unicode.M, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point):
		case unicode.IsLetter(c):
			lower := string(unicode.ToLower(c))
			if l := alike(letters, unicode.ToLower(c)); l != "" {
				lower = l
			}
			b.WriteString(latin(lower, leet))
		case unicode.IsDigit(c):
			b.WriteRune(c)
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Fields(b.String())
}

// latin returns letters with i and l as one, where that is wanted.
func latin(s string, leet bool) string {
	if leet {
		return strings.ReplaceAll(s, "i", "l")
	}
	return s
}

func alike(table map[rune]string, c rune) string { return table[c] }

// leetLetters are the letters that digits and signs stand for.
var leetLetters = table("0o", "1l", "2z", "3e", "4a", "5s", "6b", "7t", "8b", "9g", "@a", "$s", "!l", "|l", "+t", "€e", "£l", "¡l", "¦l")

// letters are the Latin letters that others are taken for (after the
// confusables of Unicode TS 39, for the scripts that fonts are found for), and
// those that have no decomposition. They are as written, before lower case:
// Greek capital nu is an N, and small nu a v.
var letters = table(
	// Latin
	"ıi", "łl", "Łl", "øo", "Øo", "đd", "Đd", "ħh", "Ħh", "ŧt", "Ŧt", "ŋn", "Ŋn", "ſs", "ƚl", "ɩi", "ɪi", "ȷj",
	"ᴀa", "ʙb", "ᴄc", "ᴅd", "ᴇe", "ꜰf", "ɢg", "ʜh", "ᴊj", "ᴋk", "ʟl", "ᴍm", "ɴn", "ᴏo", "ᴘp", "ʀr", "ꜱs", "ᴛt", "ᴜu", "ᴠv", "ᴡw", "ʏy", "ᴢz",
	"ɑa", "ɡg", "ƖI", "ǀl", "ƝN", "ɲn", "ƞn", "ȠN", "ŁL",
	// Cyrillic
	"АA", "аa", "ВB", "вb", "СC", "сc", "ԁd", "ЕE", "еe", "ЁE", "ёe", "Ғf", "ԌG", "НH", "нh", "һh", "ІI", "іi", "ЇI", "їi", "Ӏl", "ӏl", "ЈJ", "јj", "КK", "кk", "МM", "мm",
	"ОO", "оo", "РP", "рp", "ԚQ", "ԛq", "ЅS", "ѕs", "ТT", "тt", "УY", "уy", "ҮY", "ԜW", "ԝw", "ХX", "хx", "Ьb", "ьb", "гr", "Пn", "пn", "иu", "лn", "ЛN", "ԉn", "Ѵv", "ѵv", "Ꙇl",
	// Greek
	"ΑA", "αa", "ΒB", "βb", "ΕE", "εe", "ϵe", "ΖZ", "ΗH", "ηn", "ΙI", "ιi", "ΚK", "κk", "ΜM", "μu", "ΝN", "νv", "ΟO", "οo", "σo", "ΡP", "ρp", "ΤT", "τt", "υu", "ΥY", "ΧX", "χx", "γy", "ϲc", "ϹC", "ϳj", "ͿJ", "πn", "ΠN",
	// Armenian, Cherokee, Lisu
	"ոn", "Ոn", "օo", "Օo", "սu", "Սu", "լl", "Լl", "Տs", "հh", "ցg", "գq", "ՏS",
	"ᎪA", "ᏴB", "ᏟC", "ᎠD", "ᎬE", "ᎻH", "ᎢT", "ᎫJ", "ᏦK", "ᏞL", "ᎷM", "ᏢP", "ᎡR", "ᏚS", "ᎢT", "ᏙV", "ᎳW", "ᏃZ",
	"ꓮA", "ꓐB", "ꓚC", "ꓓD", "ꓰE", "ꓝF", "ꓖG", "ꓧH", "ꓲI", "ꓙJ", "ꓗK", "ꓡL", "ꓟM", "ꓠN", "ꓳO", "ꓑP", "ꓣR", "ꓢS", "ꓔT", "ꓴU", "ꓦV", "ꓪW", "ꓫX", "ꓬY", "ꓜZ",
)

// table returns pairs as a map: of the first character, the others in lower
// case.
func table(pairs ...string) map[rune]string {
	all := make(map[rune]string, len(pairs))
	for _, p := range pairs {
		c, size := utf8.DecodeRuneInString(p)
		all[c] = strings.ToLower(p[size:])
	}
	return all
}
