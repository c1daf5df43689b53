package catalog

import (
	"strconv"
	"strings"
	"time"
)

// A calendar is how a language writes a day in words (CLDR, and the language
// offices where CLDR is silent). {d}, {m} and {y} are the day, the name of the
// month and the year.
type calendar struct {
	lang   string
	form   string
	months string // twelve, separated by spaces
}

var calendars = []calendar{
	{"fr", "{d} {m} {y}", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"},
	{"en", "{d} {m} {y}", "January February March April May June July August September October November December"},
	{"oc", "{d} de {m} de {y}", "genièr febrièr març abril mai junh julhet agost setembre octobre novembre decembre"},
	{"ca", "{d} de {m} del {y}", "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre"},
	{"br", "{d} {m} {y}", "Genver C’hwevrer Meurzh Ebrel Mae Mezheven Gouere Eost Gwengolo Here Du Kerzu"},
	{"co", "{d} di {m} di u {y}", "ghjennaghju ferraghju marzu aprile maghju ghjugnu lugliu aostu settembre ottobre nuvembre dicembre"},
	{"eu", "{y} {m} {d}", "urtarrilaren otsailaren martxoaren apirilaren maiatzaren ekainaren uztailaren abuztuaren irailaren urriaren azaroaren abenduaren"},
	{"gsw", "{d}. {m} {y}", "Januar Februar März April Mai Juni Juli Auguscht Septämber Oktoober Novämber Dezämber"},
	{"ty", "{d} nō {m} {y}", "tēnuare fepuare māti ’ēperēra mē tiunu tiurai ’ātete tetepa ’atopa novema titema"},
	{"de", "{d}. {m} {y}", "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"},
	{"es", "{d} de {m} de {y}", "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"},
	{"it", "{d} {m} {y}", "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"},
	{"ar", "{d} {m} {y}", "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"},
	{"zh", "{y}年{m}月{d}日", "1 2 3 4 5 6 7 8 9 10 11 12"},
	{"ja", "{y}年{m}月{d}日", "1 2 3 4 5 6 7 8 9 10 11 12"},
}

// DayInWords writes a date of ISO 8601 as texts do: 1er décembre 2027. In a
// language without a calendar it stays as it is.
func DayInWords(lang, date string) string {
	t, err := time.Parse(time.DateOnly, date)
	c := calendarOf(lang)
	if err != nil || c == nil {
		return date
	}
	day, month, year := strconv.Itoa(t.Day()), strings.Fields(c.months)[t.Month()-1], strconv.Itoa(t.Year())
	form := c.form
	switch {
	case c.lang == "fr" && t.Day() == 1:
		day = "1er"
	case c.lang == "eu":
		year += basqueOf(t.Year())
	case (c.lang == "oc" || c.lang == "ca") && strings.ContainsAny(month[:1], "ao"):
		form = strings.Replace(form, "de {m}", "d’{m}", 1)
	}
	return strings.NewReplacer("{d}", day, "{m}", month, "{y}", year).Replace(form)
}

// calendarOf returns the calendar of a language, whatever its region, or nil.
func calendarOf(lang string) *calendar {
	base, _, _ := strings.Cut(lang, "-")
	for i := range calendars {
		if calendars[i].lang == base {
			return &calendars[i]
		}
	}
	return nil
}

// basqueOf returns the ending of a year in Basque: -eko after the numbers that
// end in a consonant (bat, bost, hamar, hamabost, ehun), -ko after the others.
func basqueOf(year int) string {
	switch year % 20 {
	case 1, 5, 10, 15:
		return "eko"
	}
	if year%100 == 0 && year%1000 != 0 {
		return "eko"
	}
	return "ko"
}
