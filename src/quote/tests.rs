use super::*;
use crate::pace;

/// Each quote as `kind|pieces|cue|speaker`, pieces parted by ` … `.
fn quotes(text: &str) -> Vec<String> {
    let document = Document::new(text);
    read_all(&document)
        .iter()
        .map(|quote| {
            let pieces: Vec<&str> = quote.spans.iter().map(|span| document.slice(*span)).collect();
            let slice = |span: Option<Span>| span.map_or("-", |span| document.slice(span));
            let kind = match quote.kind {
                QuoteKind::Direct => "direct",
                QuoteKind::Mixed => "mixed",
                QuoteKind::Indirect => "indirect",
            };
            format!("{kind}|{}|{}|{}", pieces.join(" … "), slice(quote.cue), slice(quote.speaker))
        })
        .collect()
}

fn read_all(document: &Document<'_>) -> Vec<Quote> {
    pace::finish(read(document, &[], &Reliability::measured(), &Pace::unhurried()))
}

#[test]
fn the_cue_stands_behind_between_and_before() {
    assert_eq!(
        quotes("“The bridge will open in May,” said Ines Varga, the mayor."),
        ["direct|“The bridge will open in May,”|said|Ines Varga"]
    );
    assert_eq!(
        quotes("“The bridge,” she said, “will open in May.”"),
        ["direct|“The bridge,” … “will open in May.”|said|she"]
    );
    assert_eq!(
        quotes("The engineer told reporters: “The bridge will open in May.”"),
        ["direct|“The bridge will open in May.”|told|The engineer"]
    );
}

#[test]
fn reported_clauses_are_found() {
    assert_eq!(
        quotes("The ministry said on Tuesday that the bridge would open in May."),
        ["indirect|the bridge would open in May|said|The ministry"]
    );
    assert_eq!(
        quotes("The bridge would open in May, according to the ministry."),
        ["indirect|The bridge would open in May|according to|the ministry"]
    );
    assert_eq!(
        quotes("The bridge would open in May, the ministry said."),
        ["indirect|The bridge would open in May|said|the ministry"]
    );
}

#[test]
fn a_quote_over_paragraphs_is_one() {
    assert_eq!(
        quotes("“We waited all night,” Varga said. “Nobody came.\n\n“In the morning we left.”"),
        ["direct|“We waited all night,” … “Nobody came. … “In the morning we left.”|said|Varga"]
    );
}

#[test]
fn a_title_in_marks_is_no_quote() {
    assert!(quotes("She played the queen in “Hamlet” for two years.").is_empty());
    assert!(quotes("Dwayne “The Rock” Johnson left the hall.").is_empty());
}

#[test]
fn rare_cues_and_none() {
    assert_eq!(quotes("“Then buy a bigger boat,” quipped Adler."), ["direct|“Then buy a bigger boat,”|quipped|Adler"]);
    assert_eq!(quotes("“Ask the bank,” the farmer shot back."), ["direct|“Ask the bank,”|shot back|the farmer"]);
    assert_eq!(quotes("Ines Varga tweeted: “No comment.”"), ["direct|“No comment.”|tweeted|Ines Varga"]);
    assert_eq!(
        quotes("“We counted the boats at dawn.” — Ines Varga"),
        ["direct|“We counted the boats at dawn.”|—|Ines Varga"]
    );
    assert_eq!(quotes("Ines Varga: “We counted the boats.”"), ["direct|“We counted the boats.”|:|Ines Varga"]);
    assert_eq!(quotes("From the harbour master: “Stay on land.”"), ["direct|“Stay on land.”|:|the harbour master"]);
    assert_eq!(
        quotes("The harbour master was quoted by a local paper as saying the boats were safe."),
        ["indirect|the boats were safe|was quoted by a local paper as saying|The harbour master"]
    );
}

#[test]
fn marks_of_every_house_style() {
    for (open, close) in
        [("“", "”"), ("\"", "\""), ("‘", "’"), ("«", "»"), ("„", "“"), ("``", "''"), ("''", "''"), ("'", "'")]
    {
        let text = format!("The storm came early. {open}We counted the boats,{close} Varga said.");
        let wanted = format!("direct|{open}We counted the boats,{close}|said|Varga");
        assert_eq!(quotes(&text), [wanted]);
    }
    assert_eq!(quotes("« Nous partons », Varga said."), ["direct|« Nous partons »|said|Varga"]);
    assert_eq!(
        quotes("“She told me, ‘Leave the boats,’ and I left,” Varga said."),
        ["direct|“She told me, ‘Leave the boats,’ and I left,”|said|Varga"]
    );
    assert_eq!(
        quotes("‘The farmers’ boats weren’t ours,’ Varga said."),
        ["direct|‘The farmers’ boats weren’t ours,’|said|Varga"]
    );
}

#[test]
fn what_is_no_speech() {
    assert!(quotes("The 15\" screen and the 6'2\" keeper stood still. It was the farmers' last word.").is_empty());
    assert!(quotes("It was a “modest” gain in the ’90s, rock ‘n’ roll aside.").is_empty());
    assert_eq!(quotes("The ministry called it a “modest” gain."), ["mixed|it a “modest” gain|called|The ministry"]);
}

#[test]
fn an_odd_mark_spoils_its_own_paragraph_only() {
    let text = "“We waited all night. Nobody came, Varga said.\n\n“The boats are gone,” Adler said.";
    assert!(quotes(text).contains(&"direct|“The boats are gone,”|said|Adler".to_owned()));
}

#[test]
fn quotes_side_by_side_are_two() {
    let found = quotes("The crowd shouted. “Where are the boats?” “In the harbour.”");
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn the_next_sentence_is_the_same_speakers() {
    assert_eq!(
        quotes("“Nobody asked us,” Varga said on Monday. “We would have said no. We would say it again.”"),
        ["direct|“Nobody asked us,” … “We would have said no. We would say it again.”|said|Varga"]
    );
}

#[test]
fn several_speakers_share_a_paragraph() {
    assert_eq!(
        quotes("“Where is the boat?” Varga asked. “Sold,” Adler replied. “To whom?” she said."),
        ["direct|“Where is the boat?”|asked|Varga", "direct|“Sold,”|replied|Adler", "direct|“To whom?”|said|she"]
    );
}

#[test]
fn interviews_take_turns() {
    let found = quotes(
        "An interview with the harbour master.\n\nQ: Where are the boats now?\n\nA: They are all in the harbour.",
    );
    assert_eq!(found, ["direct|Where are the boats now?|:|Q", "direct|They are all in the harbour.|:|A"]);
    let found = quotes("The hearing.\n\nVARGA: Where are the boats?\n\nADLER: They are all in the harbour.");
    assert_eq!(found, ["direct|Where are the boats?|:|VARGA", "direct|They are all in the harbour.|:|ADLER"]);
}

#[test]
fn not_all_before_a_colon_speaks() {
    assert!(quotes("Harbour shut\n\nVALMIERA: The port authority has closed two piers.").is_empty());
    assert!(quotes("Harbour shut\n\nUPDATE: The pier is open.\n\nCORRECTION: It opened on Monday.").is_empty());
    assert!(quotes("Results\n\nIda Varga: 1,204.\n\nTomas Adler: 1,102.").is_empty());
}

#[test]
fn nicknames_are_part_of_the_name() {
    assert_eq!(
        quotes("“We lost in the last round,” said Pedro “El Martillo” Quispe. “It hurts.”"),
        ["direct|“We lost in the last round,” … “It hurts.”|said|Pedro “El Martillo” Quispe"]
    );
    assert_eq!(
        quotes("Marlon (\"Gato\") Varga said the net was torn."),
        ["indirect|the net was torn|said|Marlon (\"Gato\") Varga"]
    );
}

#[test]
fn names_and_titles_in_marks_are_no_speech() {
    for text in [
        "The stamp sold well. Her novel “The Salt Road” won the prize, and the film “Grey Water” is to follow.",
        "The so-called “summer of the goose” ended with a “modest” gain in sales.",
        "The valley, known as “the Kitchen of the North,” has been dubbed “Little Delft” and nicknamed “the Drain.”",
        "Locals called him “the Baron of the Quay.” The scheme, called “Dry Feet,” began in May.",
        "He sang “Blue River” and read from “Letters to the Weir.”",
        "The phrase “dry feet” appears nine times, and signs reading “No Entry” hang on the gate.",
        "The crate, marked “ceramics,” stood on the pier. In “The Long Wait” the crate is empty.",
        "Friends call her “Mother Goose.” On television’s “Morning Tide” she was called “the Goose.”",
    ] {
        assert_eq!(quotes(&format!("A headline\n\n{text}")), [""; 0], "{text}");
    }
}

#[test]
fn a_word_at_arms_length_is_part_of_what_is_said() {
    assert_eq!(
        quotes("Varga said the “modest” gain would not last."),
        ["mixed|the “modest” gain would not last|said|Varga"]
    );
    assert_eq!(
        quotes("The firm said its “Green Tide” campaign had cost “too much.”"),
        ["mixed|its “Green Tide” campaign had cost “too much.”|said|The firm"]
    );
    assert_eq!(quotes("Varga called him “a fool in a hat.”"), ["mixed|him “a fool in a hat.”|called|Varga"]);
}

#[test]
fn verbs_that_no_list_has_report_beside_speech() {
    for verb in ["marvelled", "exulted", "offered", "enthused", "keened"] {
        assert_eq!(quotes(&format!("“What a boat!” Varga {verb}.")), [format!("direct|“What a boat!”|{verb}|Varga")]);
        assert_eq!(quotes(&format!("“What a boat,” {verb} Varga.")), [format!("direct|“What a boat,”|{verb}|Varga")]);
    }
    assert_eq!(quotes("“What a boat,” she thought, closing the gate.").len(), 1);
    assert!(quotes("A headline\n\nThe crew stencilled “Nonsense” on the hull and closed the gate.").is_empty());
}

#[test]
fn what_stands_between_a_speaker_and_the_cue_is_no_report() {
    assert_eq!(
        quotes("Defence lawyer Marta Varga, who is his daughter, said her firm, Adler & Varga, would appeal."),
        ["indirect|her firm, Adler & Varga, would appeal|said|Defence lawyer Marta Varga"]
    );
    assert_eq!(
        quotes("The pit caved in at noon, the district officer, Ida Varga, told AFP."),
        ["indirect|The pit caved in at noon|told|the district officer, Ida Varga"]
    );
    assert_eq!(
        quotes("The law, which ended a levy, had nothing to do with the bank (RCB), she said."),
        ["indirect|The law, which ended a levy, had nothing to do with the bank (RCB)|said|she"]
    );
    assert!(quotes("On the wall was the old saying of the valley. Varga would not say why.").is_empty());
}

#[test]
fn the_last_cue_of_a_sentence_is_the_one_that_closes_it() {
    assert_eq!(
        quotes("He sold the shares in May and built what the drawings showed, he told the Harbour Post."),
        ["indirect|He sold the shares in May and built what the drawings showed|told|he"]
    );
    assert_eq!(
        quotes("Sales fell by half, according to Orr figures."),
        ["indirect|Sales fell by half|according to|Orr"]
    );
    assert_eq!(
        quotes("“We lost a third of it,” Orr press secretary Ida Varga told the Post."),
        ["direct|“We lost a third of it,”|told|Orr press secretary Ida Varga"]
    );
}

#[test]
fn marks_that_nothing_closes_take_no_more_than_a_sentence() {
    let text = "A line\n\nVarga tweeted: “Let’s go. Stop it.’ Adler was in the room when the film, “Rain,” was shown.";
    assert_eq!(quotes(text), ["direct|“Let’s go. Stop it.’|tweeted|Varga"]);
    let text = "Varga said: “The gate is shut. Nobody clapped.\n\n“The boats are gone,” Adler said.";
    assert!(quotes(text).contains(&"direct|“The boats are gone,”|said|Adler".to_owned()));
}

#[test]
fn reports_end_where_the_sentence_goes_on() {
    assert_eq!(
        quotes("Varga, celebrating a win in Salem, is pledging to close the gate."),
        ["indirect|to close the gate|is pledging|Varga"]
    );
    assert_eq!(
        quotes("“Only you, Adler,” she said, would open the gate."),
        ["mixed|“Only you, Adler,” … would open the gate|said|she"]
    );
    assert_eq!(
        quotes("But she told the mayors who met in Salem, “Nobody should worry.”"),
        ["direct|“Nobody should worry.”|told|she"]
    );
}

#[test]
fn deeds_are_not_reports() {
    for text in [
        "Police questioned Tomas Adler, a keeper, on Tuesday.",
        "The party has called for calm.",
        "He has broken many promises he made to the town.",
        "The firm lists the boat as a wreck.",
    ] {
        assert_eq!(quotes(text), [""; 0], "{text}");
    }
}

#[test]
fn scores_are_probabilities_and_tell_sure_readings_from_guesses() {
    let score = |text: &str| read_all(&Document::new(text))[0].score;
    let (speech, report, deed) = (
        score("“The bridge will open in May,” said Varga."),
        score("The ministry said that the bridge would open."),
        score("Varga wants the old bridge across the river repaired."),
    );
    assert!(speech <= 1.0 && deed >= 0.0);
    assert!(speech > 0.9 && report > 0.7 && speech > report && deed < 0.5, "{speech} {report} {deed}");
}

#[test]
fn a_post_on_a_site_with_one_letter_ends_its_sentence() {
    assert_eq!(
        quotes("“The sea is rising,” Varga posted on X. “We saw it,” Adler tweeted."),
        ["direct|“The sea is rising,”|posted|Varga", "direct|“We saw it,”|tweeted|Adler"]
    );
}

#[test]
fn a_colon_leads_into_the_next_paragraph() {
    assert_eq!(
        quotes("The boats left at dawn.\n\nVarga continued:\n\n“Nobody asked us.”"),
        ["direct|“Nobody asked us.”|continued|Varga"]
    );
}

#[test]
fn relative_and_leading_clauses_keep_to_themselves() {
    assert_eq!(quotes("A keeper, who said the lamp was out, went home."), ["indirect|the lamp was out|said|A keeper"]);
    assert_eq!(
        quotes("While Varga said the lamp was out, the boats went on."),
        ["indirect|the lamp was out|said|Varga"]
    );
    assert_eq!(
        quotes("Varga said the lamp was out and added that the boats had left."),
        ["indirect|the lamp was out|said|Varga", "indirect|the boats had left|added|Varga"]
    );
}

#[test]
fn stances_and_intentions_count() {
    assert_eq!(quotes("Adler denied that he sold the boat."), ["indirect|he sold the boat|denied|Adler"]);
    assert_eq!(quotes("Adler vowed to sell the boat."), ["indirect|to sell the boat|vowed|Adler"]);
    assert_eq!(quotes("Keepers fear the lamp will fail."), ["indirect|the lamp will fail|fear|Keepers"]);
    assert_eq!(
        quotes("Her promise that the lamp would burn was kept.").first().map(String::as_str),
        Some("indirect|the lamp would burn was kept|promise|Her")
    );
}

#[test]
fn headlines_name_their_source() {
    assert_eq!(quotes("Varga: Harbour Will Close in May"), ["indirect|Harbour Will Close in May|:|Varga"]);
    assert_eq!(quotes("Harbour will close in May, Varga says"), ["indirect|Harbour will close in May|says|Varga"]);
}

/// No piece of a quote crosses a piece of another, and each is a slice of the text.
fn assert_sound(text: &str) {
    let document = Document::new(text);
    let quotes = read_all(&document);
    let mut pieces: Vec<Span> = quotes.iter().flat_map(|quote| quote.spans.iter().copied()).collect();
    assert!(pieces.iter().all(|piece| !text[piece.range()].is_empty()));
    pieces.sort_unstable();
    for pair in pieces.windows(2) {
        assert!(pair[0].end <= pair[1].start || pair[0].contains(pair[1]), "{pair:?} of {text:?}");
    }
}

#[test]
fn hostile_text_is_read_in_linear_time() {
    let units = [
        "\"",
        "“",
        "”",
        "‘",
        "'",
        "“a ‘b ",
        "(“",
        " said",
        ", saying",
        ", who said",
        "“Yes,” he said, ",
        "“Yes\n",
        " — said",
        ": ",
        "\0",
        "When he backed Bob on Monday ",
        "who backed Bob on Monday ",
        "it was, he believes, and x; ",
        "the man, Bob Bob said ",
    ];
    for unit in units {
        assert_sound(&unit.repeat((1 << 16) / unit.len()));
    }
    assert_sound(&"\"".repeat(1 << 20));
    let nested = format!("{}x{}", "“".repeat(100_000), "”".repeat(100_000));
    assert_sound(&nested);
    let speakers: String = (0..10_000).map(|i| format!("“Line {i},” said Keeper{i} Varga. ")).collect();
    assert_eq!(quotes(&speakers).len(), 10_000);
}

#[test]
fn slices_give_the_same_quotes() {
    let text = "“We waited,” Varga said. “Nobody came.\n\n“In the morning we left.”\n\nAdler replied:\n\n“So did we.”";
    let document = Document::new(text);
    assert_eq!(pace::finish(read(&document, &[], &Reliability::measured(), &Pace::default())), read_all(&document));
}

#[test]
fn soup_of_marks_and_cues_is_sound() {
    let parts = [
        "“",
        "”",
        "\"",
        "'",
        "‘",
        "’",
        "«",
        "»",
        "„",
        " ",
        "\n",
        ". ",
        ",",
        " said",
        " he",
        " that",
        " John Smith",
        " told",
        " according to",
        " and",
        " who",
        " the",
        " reporters",
        ": ",
        "—",
        "!",
        "?",
        " in a statement",
        " calling",
        " to",
        "(",
        ")",
        " Tuesday",
        "é",
        "😀",
        " asked",
        " whether",
        " was",
        " called",
        " “no,”",
        "`` ",
        "''",
        "s’",
        "\u{301}",
    ];
    let mut state = 88_172_645_463_325_252_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    for _ in 0..2000 {
        let length = next(60);
        let text: String = (0..length).map(|_| parts[next(parts.len())]).collect();
        assert_sound(&text);
    }
}
