//! Names.

use newsgloss::{EntityType, Options, annotate};

use super::assert_names;

#[test]
fn names_come_from_everywhere() {
    let names = [
        "Ri Il Gyu",
        "Thae Yong-ho",
        "Xi Jinping",
        "Ngozi Okonjo-Iweala",
        "Bongbong Marcos",
        "Ursula von der Leyen",
        "Abdel Fattah el-Sisi",
        "J. D. Vance",
        "Kylian Mbappé",
        "Sean O'Neill",
        "Sean O’Neill",
        "Fiona MacArthur",
        "Martin Luther King Jr.",
        "Nguyen Thi Kim Ngan",
        "Zoë Ferreira da Silva",
        "Þórdís Gylfadóttir",
        "Wangari Maathai",
        "Recep Tayyip Erdoğan",
        "Aung San Suu Kyi",
        "Luiz Inácio Lula da Silva",
        "Mohammed bin Salman",
        "Ludwig van der Merwe",
        "A. P. J. Abdul Kalam",
        "Ana María Ruiz-Tagle",
        "Teodoro Obiang Nguema Mbasogo",
    ];
    let wrong: Vec<_> = names
        .into_iter()
        .filter(|name| {
            people(&format!("The prize went to {name}, who was in the hall with two of the children.")) != [*name]
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

fn people(text: &str) -> Vec<String> {
    let annotations = annotate(text, &Options::default());
    let people = annotations.mentions.iter().filter(|mention| mention.kind == EntityType::Person);
    people.map(|mention| text[mention.span.range()].to_owned()).collect()
}

#[test]
fn words_are_names_where_they_are_used_as_such() {
    assert_names(
        "[Mark Hill|person:hill] said the schools would open. [Hill|person:hill] has been a teacher for years.",
    );
    assert_names("[Theresa May|person:may] left the party. They may win.");
    assert_names("[Bill Hope|person:hope] sponsored the bill in the hope that it would pass.");
    assert_names(
        "The ambassador flew from [Turkey|place:turkey] to [Jordan|place:jordan] and on to [Chad|place:chad].",
    );
    assert_names("We had turkey with the ambassador in [Reading|place:reading], where he was reading a book.");
}

#[test]
fn companies_and_rivers_share_names() {
    assert_names(
        "Shares of [Apple|organization:apple] and [Amazon|organization:amazon] fell, and an apple a day did not help.",
    );
    assert_names("The river [Amazon|place:amazon] is in flood in northern [Brazil|place:brazil].");
}

#[test]
fn the_longest_name_wins() {
    assert_names(
        "The [Bank of England|organization:bank] raised rates, and no bank in [England|place:england] followed.",
    );
    assert_names("Workers at [Port Talbot|place:talbot] walked out.");
    assert_names("She studied at the [University of Cape Town|organization:uct] before she left [Cape Town|place:ct].");
}

#[test]
fn marks_around_a_name_are_no_part_of_it() {
    assert_names(
        "[Amina Diallo|person:diallo]’s brother, [Sekou Diallo|person:sekou], lives in [Kankan|place:kankan], [Guinea|place:guinea].",
    );
    assert_names(
        "The envoy ([Amina Diallo|person:diallo]) flew to [Paris|place:paris]; “[Paris|place:paris]”, she wrote.",
    );
    assert_names("[Nigeria|place:nigeria]'s exports to [Ghana|place:ghana]'s ports grew.");
}

#[test]
fn full_stops_of_a_name_are_part_of_it() {
    assert_names(
        "The [U.S.|place:us] sold the ships to [Diallo Marine Inc.|organization:marine] of [Boston|place:boston].",
    );
    assert_names("They moved to the [U.S.|place:us] The children stayed in [Guinea|place:guinea].");
}

#[test]
fn bylines_datelines_and_credits_have_names() {
    assert_names("By [Amina Diallo|person:diallo] and [Chinwe Okoro|person:okoro]\nThe bridge is closed.");
    assert_names("[NAIROBI|place:nairobi], [Kenya|place:kenya] ([AP|organization:ap]) — The bridge is closed.");
    assert_names("[PARIS|place:paris], [July 16|date] ([Reuters|organization:reuters]) - The bridge is closed.");
    assert_names("The bridge is closed. Photograph: [Amina Diallo|person:diallo]/[Reuters|organization:reuters]");
}

#[test]
fn one_name_is_one_thing_through_the_whole_article() {
    assert_names(
        "[Ngozi Adeyemi|person:adeyemi] met [John Kerr|person:kerr] in [Lagos|place:lagos]. \
         Ms. [Adeyemi|person:adeyemi] praised [Kerr|person:kerr]. \
         Later [Adeyemi|person:adeyemi] left [Lagos|place:lagos]; [John Kerr|person:kerr] stayed.",
    );
    assert_names(
        "The [World Health Organization|organization:who] ([WHO|organization:who]) sent doctors. \
         The [WHO|organization:who] sent nurses too.",
    );
}

#[test]
fn two_people_of_one_surname_are_two() {
    assert_names(
        "[Amina Diallo|person:amina] is the mayor; her brother, [Sekou Diallo|person:sekou], runs the ferry. \
         [Sekou Diallo|person:sekou] would not comment. [Amina Diallo|person:amina] laughed.",
    );
}

/// What the text of a span is in JavaScript: `text.slice(start, end)`.
fn slices(text: &str) -> Vec<String> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let annotations = annotate(text, &Options::default()).to_utf16(text);
    annotations.mentions.iter().map(|m| String::from_utf16(&units[m.span.range()]).unwrap()).collect()
}

#[test]
fn offsets_fit_the_strings_of_javascript() {
    assert_eq!(slices("😀😀 In Kankan, Amina Diallo said no."), ["Kankan", "Amina Diallo"]);
    assert_eq!(slices("👩‍👩‍👧 In Kankan, Amina\u{A0}Diallo said no."), ["Kankan", "Amina\u{A0}Diallo"]);
    assert_eq!(slices("e\u{301}e\u{301} In Kankan, Jose\u{301} Ruiz said no."), ["Kankan", "Jose\u{301} Ruiz"]);
    assert_eq!(slices("قال: \u{202B}In Kankan, Amina Diallo said no."), ["Kankan", "Amina Diallo"]);
    assert_eq!(slices("\u{FFFD} In Kankan, Amina Diallo said no.\r\n🥭 Paris."), ["Kankan", "Amina Diallo", "Paris"]);
}
