//! Articles of a few sentences, with the names marked in square brackets and the quotes by hand.

use crate::pace::{self, Pace};
use crate::text::Document;
use crate::{Entity, EntityType, Mention, Quote, QuoteKind, Span};

/// An article in which `[p:Ana Ruiz]` is a person, `o` an organization, `l` a place, `g` a group and `e` an event;
/// `{words|speaker}` is a direct quote whose speaker's words are the next (or else the last) `speaker` around it.
struct Article {
    text: String,
    mentions: Vec<Mention>,
    quotes: Vec<Quote>,
    entities: Vec<Entity>,
}

fn resolve(document: &Document<'_>, mentions: &mut [Mention], quotes: &mut [Quote]) -> Vec<Entity> {
    pace::finish(super::resolve(document, mentions, quotes, &super::Measures::built_in(), &Pace::unhurried()))
}

fn article(source: &str) -> Article {
    let (mut text, mut mentions, mut asked) = (String::new(), Vec::new(), Vec::new());
    let mut rest = source;
    while let Some(at) = rest.find(['[', '{']) {
        text.push_str(&rest[..at]);
        let close = if rest[at..].starts_with('[') { ']' } else { '}' };
        let end = at + rest[at..].find(close).expect("a closing bracket");
        let inside = &rest[at + 1..end];
        let start = text.len();
        if close == ']' {
            let (kind, name) = inside.split_once(':').expect("a kind");
            let kind = match kind {
                "p" => EntityType::Person,
                "o" => EntityType::Organization,
                "l" => EntityType::Place,
                "g" => EntityType::Group,
                "e" => EntityType::Event,
                other => panic!("no kind {other}"),
            };
            text.push_str(name);
            mentions.push(Mention { span: Span::new(start, text.len()), kind, entity: 0, score: 1.0 });
        } else {
            let (words, speaker) = inside.split_once('|').expect("a speaker");
            text.push_str(words);
            asked.push((Span::new(start, text.len()), speaker));
        }
        rest = &rest[end + 1..];
    }
    text.push_str(rest);
    let mut quotes: Vec<Quote> = asked
        .into_iter()
        .map(|(span, speaker)| {
            let after = text[span.end..].find(speaker).map(|at| span.end + at);
            let start = after.or_else(|| text[..span.start].rfind(speaker)).expect("the speaker's words");
            Quote {
                spans: vec![span],
                kind: QuoteKind::Direct,
                cue: None,
                speaker: (!speaker.is_empty()).then(|| Span::new(start, start + speaker.len())),
                entity: None,
                score: 1.0,
            }
        })
        .collect();
    let document = Document::new(text.as_str());
    let entities = resolve(&document, &mut mentions, &mut quotes);
    drop(document);
    Article { text, mentions, quotes, entities }
}

impl Article {
    /// The names of all entities, each with its other forms.
    fn names(&self) -> Vec<String> {
        let line = |entity: &Entity| {
            let mut forms = vec![entity.name.as_str()];
            forms.extend(entity.aliases.iter().map(String::as_str));
            forms.join(" = ")
        };
        self.entities.iter().map(line).collect()
    }

    /// Who says each quote.
    fn speakers(&self) -> Vec<&str> {
        self.quotes.iter().map(|quote| quote.entity.map_or("nobody", |id| self.entities[id].name.as_str())).collect()
    }

    /// The name of the entity of the last mention written so.
    fn is(&self, words: &str) -> &str {
        let mention = self.mentions.iter().rfind(|mention| &self.text[mention.span.range()] == words);
        &self.entities[mention.expect("a mention").entity].name
    }
}

#[test]
fn short_names_follow_long_ones() {
    let read = article(
        "[p:NDIAYE] WINS\n[p:Aminata Ndiaye], 44, won. Ms. [p:Ndiaye] spoke in [l:DAKAR]. In [l:Dakar], [p:Aminata]’s \
         sister wept. [p:A. Ndiaye] is her brother’s name too.",
    );
    assert_eq!(read.names(), ["Aminata Ndiaye = NDIAYE = Ndiaye = Aminata = A. Ndiaye", "Dakar = DAKAR"]);
}

#[test]
fn names_from_everywhere_keep_together() {
    let read = article(
        "[p:Ro Chun Il] met [p:Thae Min-ho], [p:Abdel Karim el-Banna] and [p:Ursula van der Hoek]. [p:Ro], [p:Thae], \
         [p:al-Banna] and [p:Van der Hoek] agreed. [p:J. D. Orr] and [p:Conchúr O’Dowd Jr.] did not. [p:O'Dowd] left \
         with [p:Orr]. [p:Thae Min Ho] stayed.",
    );
    let names = [
        "Ro Chun Il = Ro",
        "Thae Min-ho = Thae = Thae Min Ho",
        "Abdel Karim el-Banna = al-Banna",
        "Ursula van der Hoek = Van der Hoek",
        "J. D. Orr = Orr",
        "Conchúr O’Dowd Jr. = O'Dowd",
    ];
    assert_eq!(read.names(), names);
}

#[test]
fn nicknames_and_other_spellings_are_the_same_person() {
    let read = article(
        "[p:William Tarr] and [p:Rolando “Kandila” Diaz], known to fans as [p:Pulgón], met [p:Bill Tarr]’s coach, \
         [p:Yusuf Qadir], also written as [p:Josef Kadyr]. [p:Kandila] waved. [p:Natalija Ivić] and [p:Nataliya \
         Ivic] are one.",
    );
    let names = [
        "William Tarr = Bill Tarr",
        "Rolando “Kandila” Diaz = Pulgón = Kandila",
        "Yusuf Qadir = Josef Kadyr",
        "Natalija Ivić = Nataliya Ivic",
    ];
    assert_eq!(read.names(), names);
}

#[test]
fn two_of_one_surname_stay_apart() {
    let read = article(
        "[p:Peter Lund] and his wife, [p:Agnes Lund], run the mill. “Good flour,” said Mr. [p:Lund]. Mrs. [p:LUND] \
         laughed. [p:Olaf Berg] sold it; [p:Berg] moved away. His cousin [p:Nils Berg] stayed, but [p:Berg] never \
         wrote.",
    );
    assert_eq!(read.is("Lund"), "Peter Lund");
    assert_eq!(read.is("LUND"), "Agnes Lund");
    assert_eq!(read.is("Berg"), "Olaf Berg");
}

#[test]
fn acronyms_introduced_or_not() {
    let read = article(
        "The [o:Harbour Pilots Union] ([o:HPU]) wrote to the [o:National Ferry Authority]. The [o:NFA] answered. The \
         [o:State Rescue Committee], known by its old initials as [o:GRK], did not, nor did the [o:Baltic Rescue \
         Service], or [o:Balres].",
    );
    let names = [
        "Harbour Pilots Union = HPU",
        "National Ferry Authority = NFA",
        "State Rescue Committee = GRK",
        "Baltic Rescue Service = Balres",
    ];
    assert_eq!(read.names(), names);
}

#[test]
fn bodies_by_other_words_for_them() {
    let read = article(
        "The [o:Ministry of Defence] and the [o:Defense Ministry] are one, [o:Corvane Labs Inc.] and [o:Corvane Labs] \
         too, and the [o:Ostrava Owls] are the [o:Owls]. [o:UN] is not the [o:UN Security Council], but the [o:Bank of Orsk] the [o:Bank].",
    );
    let names = [
        "Ministry of Defence = Defense Ministry",
        "Corvane Labs Inc. = Corvane Labs",
        "Ostrava Owls = Owls",
        "UN",
        "UN Security Council",
        "Bank of Orsk = Bank",
    ];
    assert_eq!(read.names(), names);
}

#[test]
fn countries_peoples_and_sides_stay_apart() {
    let read = article(
        "[l:U.S.] and [l:United States], [l:UK] and [l:Britain]. [g:Malians] and a [g:Malian] from [l:Mali]. The town \
         of [l:Apia], the [o:Apia] club. [l:North Korea] and [l:South Korea]; the [l:North] said so. [l:Nebraska] is \
         [l:Neb.] here.",
    );
    let names = [
        "United States = U.S.",
        "Britain = UK",
        "Malians = Malian",
        "Mali",
        "Apia",
        "Apia",
        "North Korea = North",
        "South Korea",
        "Nebraska = Neb.",
    ];
    assert_eq!(read.names(), names);
}

#[test]
fn pronouns_beside_quotes_have_names() {
    let read = article(
        "[p:Maria Costa], a nurse, met [p:David Moura] at the gate.\n{“It was late,”|she} she said. {“Very,”|he} he \
         said.\nThe [o:Lisbon Port Authority] closed the gate. {“We had no choice,”|it} it wrote.",
    );
    assert_eq!(read.speakers(), ["Maria Costa", "David Moura", "Lisbon Port Authority"]);
}

#[test]
fn descriptions_have_names() {
    let read = article(
        "{“We have no rule for that,”|deputy mayor} said the deputy mayor, [p:Jun Ito]. [p:Bo Adler], 52, a potato \
         farmer, and [p:Sen.] [p:Lucia Vance] came.\n{“Nobody asked me,”|the farmer} the farmer said. {“Nor me,”|the \
         52-year-old} added the 52-year-old. {“I did,”|The mayor} The mayor replied.\nThe [o:Ministry of Rivers] was \
         silent. {“No,”|the ministry} the ministry said later.",
    );
    assert_eq!(read.speakers(), ["Jun Ito", "Bo Adler", "Bo Adler", "Jun Ito", "Ministry of Rivers"]);
}

#[test]
fn the_lead_tells_of_somebody_named_later() {
    let read = article(
        "Town news\n{“It will open,”|A bridge engineer} A bridge engineer said on Monday.\nFew believed it.\nThe \
         engineer, [p:Tomas Brandl], gave no date.",
    );
    assert_eq!(read.speakers(), ["Tomas Brandl"]);
}

#[test]
fn those_who_wrote_the_article_are_not_spoken_of() {
    let read = article(
        "Ice for sale\nBy [p:Ruth Haan] and [p:Lena Kask]\nPhotograph: [p:Naz Orr]\n{“I sell sawdust,”|the man} said the \
         man with the saw.\n[p:Omar Brohi] has stood here for years. {“And ice,”|he} he said.",
    );
    assert_eq!(read.speakers(), ["nobody", "Omar Brohi"]);
}

#[test]
fn what_somebody_says_or_publishes_is_theirs() {
    let read = article(
        "[p:Clara Muka] stood up. [p:Clara Muka]’s answer: {“The same nurse.”|Clara Muka’s answer} Her reply to the [o:TIM \
         Board]: {“No.”|Her reply}\n{Sales rose|TIM Board figures}, [o:TIM Board] figures show.",
    );
    assert_eq!(read.speakers(), ["Clara Muka", "Clara Muka", "TIM Board"]);
}

#[test]
fn unnamed_sources_stay_unnamed() {
    let read = article(
        "[p:Rosa Lim] runs the port.\nNobody else spoke.\nIt rained.\nShips waited.\n{“It is shut,”|an official} said \
         an official at the [o:Transport Ministry]. {“For good,”|he} he added. {“Not so,”|residents} residents said. \
         {“We will see,”|the official} the official said.",
    );
    assert_eq!(read.speakers(), ["nobody"; 4]);
}

#[test]
fn quotes_without_words_for_a_speaker_go_on() {
    let read = article("[p:Ada Nwosu] stood up. {“Enough,”|Ada Nwosu} she shouted. {“Go home.”|}\n{“All of you.”|}");
    assert_eq!(read.speakers(), ["Ada Nwosu"; 3]);
}

#[test]
fn a_headline_is_said_by_whoever_says_it_below() {
    let read = article(
        "{“The sea decides”|}: a pilot’s year\n[p:Ivo Marsh] retired. {“Good,”|Ivo Marsh} said [p:Ivo Marsh].\n{“In the end \
         the sea decides,”|Lena Kask} said [p:Lena Kask].",
    );
    assert_eq!(read.speakers(), ["Lena Kask", "Ivo Marsh", "Lena Kask"]);
}

#[test]
fn ten_thousand_speakers_are_read_in_linear_time() {
    let given = |n: usize| -> String {
        let syllables = ["ba", "de", "fi", "ko", "la", "me", "ni", "po", "ra", "so"];
        [n / 1000, n / 100 % 10, n / 10 % 10, n % 10].iter().map(|digit| syllables[*digit]).collect()
    };
    let one = |n: usize| format!("[p:{} Kim], a clerk, came.\n{{“Yes,”|he}} he said. [p:Kim] left.\n", given(n));
    let read = article(&(0..10_000).map(one).collect::<String>());
    assert_eq!(read.quotes.len(), 10_000);
    assert_eq!(read.entities.len(), 10_000);
}

#[test]
fn the_person_among_a_speakers_words_is_the_speaker() {
    let read = article(
        "{“No arrests,”|A spokesman for the Lagoon Police, Capt. Mark Obi} said A spokesman for the [o:Lagoon Police], \
         Capt. [p:Mark Obi].\n{“None at all,”|its head} said its head of river safety [p:Ruth Haan].\n{“We wait,”|One of \
         the clerks} said One of the clerks and a founder, [p:Hugo Prats].\n{“Not us,”|the Ferrum metalworkers union} \
         said the [o:Ferrum] metalworkers union. {“Nor us,”|a Ferrum official} said a [o:Ferrum] official.",
    );
    assert_eq!(read.speakers(), ["Mark Obi", "Ruth Haan", "Hugo Prats", "Ferrum", "nobody"]);
}

#[test]
fn the_same_words_are_one_kind() {
    let mut mentions = Vec::new();
    let text = "Baran won. Baran sang. Oz Baran left Baran.";
    for (start, end, kind, score) in [
        (0, 5, EntityType::Place, 0.3),
        (11, 16, EntityType::Person, 0.6),
        (23, 31, EntityType::Person, 0.9),
        (37, 42, EntityType::Place, 0.91),
    ] {
        mentions.push(Mention { span: Span::new(start, end), kind, entity: 0, score });
    }
    let entities = resolve(&Document::new(text), &mut mentions, &mut []);
    let kinds: Vec<_> = mentions.iter().map(|mention| mention.kind).collect();
    assert_eq!(kinds, [EntityType::Person, EntityType::Person, EntityType::Person, EntityType::Place]);
    assert_eq!(entities.len(), 2);
    let scores: Vec<_> = mentions.iter().map(|mention| mention.score).collect();
    assert!(scores[0] < 0.75 && scores[1..] == [0.6, 0.9, 0.91], "a kind that others gave is no surer than they are");
}

#[test]
fn an_acronym_in_brackets_is_what_its_name_is() {
    let text = "The Nauru Ferry Authority (NFA) met. NFA left.";
    let mut mentions = Vec::new();
    for (start, end, kind, score) in
        [(4, 25, EntityType::Organization, 0.9), (27, 30, EntityType::Place, 0.8), (37, 40, EntityType::Place, 0.7)]
    {
        mentions.push(Mention { span: Span::new(start, end), kind, entity: 0, score });
    }
    let entities = resolve(&Document::new(text), &mut mentions, &mut []);
    assert_eq!(entities.len(), 1);
    assert_eq!(entities[0].aliases, ["NFA"]);
    assert!(mentions.iter().all(|mention| mention.kind == EntityType::Organization));
}

/// The names that are left of some, given by their words, once they are mended.
fn mended(text: &str, names: &[(EntityType, &str)]) -> Vec<String> {
    let mut mentions: Vec<Mention> = names
        .iter()
        .map(|(kind, name)| {
            let start = text.find(name).expect("the name");
            Mention { span: Span::new(start, start + name.len()), kind: *kind, entity: 0, score: 0.9 }
        })
        .collect();
    pace::finish(super::mend(&Document::new(text), &mut mentions, &Pace::unhurried()));
    mentions.iter().map(|mention| text[mention.span.range()].to_owned()).collect()
}

#[test]
fn names_are_made_whole() {
    use EntityType::{Person, Place};
    assert_eq!(mended("Tavrisk · Monday", &[(Place, "Tavrisk ·")]), ["Tavrisk"]);
    assert_eq!(mended("— Tavrisk, Monday", &[(Place, "— Tavrisk,")]), ["Tavrisk"]);
    assert_eq!(mended("Held by Acme Inc. (ATR).", &[(EntityType::Organization, "Acme Inc.")]), ["Acme Inc."]);
    let text = "It hurts, said Pedro “El Martillo” Quispe Rojas, a boxer.";
    let whole = ["Pedro “El Martillo” Quispe Rojas"];
    assert_eq!(mended(text, &[(Person, "Pedro “El Martillo"), (Person, "Quispe Rojas")]), whole);
    assert_eq!(mended(text, &[(Person, "Quispe Rojas")]), whole);
    assert_eq!(mended(text, &[(Person, "Pedro"), (Person, "Quispe Rojas")]), whole);
    assert_eq!(mended(text, &[(Person, "Pedro"), (EntityType::Work, "El Martillo"), (Person, "Quispe Rojas")]), whole);
    assert_eq!(mended("“Go home.” Quispe left.", &[(Person, "Quispe")]), ["Quispe"]);
}

#[test]
fn bad_input_is_no_trouble() {
    let mut quotes = [Quote {
        spans: vec![Span::new(0, 2)],
        kind: QuoteKind::Direct,
        cue: None,
        speaker: Some(Span::new(1, 1)),
        entity: None,
        score: 0.5,
    }];
    for text in ["", "\0", "\u{202E}”", "''", "- -", "“”"] {
        quotes[0].spans[0].end = text.len();
        let mut mentions =
            [Mention { span: Span::new(0, text.len()), kind: EntityType::Person, entity: 0, score: 0.5 }];
        resolve(&Document::new(text), &mut mentions, &mut quotes);
        resolve(&Document::new(text), &mut [], &mut quotes);
    }
}
