//! Quotes.

use super::assert_quotes;

#[test]
fn a_quote_runs_over_paragraphs_each_opened_and_only_the_last_closed() {
    assert_quotes(
        "{1s: [Amina Diallo|person:diallo]} {1c: said}: {1 direct diallo: “The bridge was old.}\n\
         {1: “It was older than the town.}\n\
         {1: “We will build another.”}\n\
         The council meets in spring.",
    );
    assert_quotes(
        "{1 direct okoro: \"The bridge was old,\"} {1s: [Chinwe Okoro|person:okoro]}, an engineer, {1c: said}. {1: \"It was older than the town.}\n\n\
         {1: \"We will build another.\"}\n\n\
         The council meets in spring.",
    );
}

#[test]
fn an_unusual_verb_is_a_cue() {
    for verb in ["quipped", "shot back", "tweeted", "deadpanned", "thundered", "sighed", "fumed", "mused"] {
        assert_quotes(&format!(
            "{{1 direct diallo: “The river has read none of our reports,”}} {{1s: [Amina Diallo|person:diallo]}} {{1c: {verb}}}."
        ));
    }
}

#[test]
fn a_colon_or_a_dash_is_cue_enough() {
    assert_quotes("{1s: [Amina Diallo|person:diallo]}: {1 direct diallo: “The river has read none of our reports.”}");
}

#[test]
fn an_action_and_a_colon_are_cue_enough() {
    assert_quotes(
        "{1s: [Amina Diallo|person:diallo]} put the map back in its case: {1 direct diallo: “The river has read none of our reports.”}",
    );
}

#[test]
fn a_name_behind_a_dash_is_the_speaker() {
    assert_quotes("{1 direct diallo: “The river has read none of our reports”} — {1s: [Amina Diallo|person:diallo]}");
}

#[test]
fn a_nickname_in_marks_is_no_quote() {
    assert_quotes("The boxer [Pedro “El Martillo” Quispe|person:quispe] won on points.");
    assert_quotes("[Joseph \"Tiny\" Mwangi|person:mwangi] weighed in at 130 kilos.");
}

#[test]
fn a_name_and_a_quote_stand_on_either_side_of_a_mark() {
    assert_quotes(
        "From {1s: [Amina Diallo|person:diallo]}: {1 direct diallo: “The river has read none of our reports.”}",
    );
    assert_quotes(
        "“{0 direct diallo: The river has read none of our reports}.” — {0s: [Amina Diallo|person:diallo]}, mayor",
    );
}

#[test]
fn an_inch_mark_is_no_odd_mark() {
    assert_quotes(
        "The door was 6\" wide.\n\
         {1 direct diallo: \"We will open it again,\"} {1c: said} {1s: [Amina Diallo|person:diallo]}.",
    );
}

#[test]
fn straight_and_mixed_marks_are_marks() {
    assert_quotes("{1 direct diallo: \"We will open it again,\"} {1c: said} {1s: [Amina Diallo|person:diallo]}.");
    assert_quotes("{1 direct diallo: ``We will open it again,''} {1c: said} {1s: [Amina Diallo|person:diallo]}.");
    assert_quotes("{1 direct diallo: “We will open it again,\"} {1c: said} {1s: [Amina Diallo|person:diallo]}.");
    assert_quotes("{1 direct diallo: «We will open it again,»} {1c: said} {1s: [Amina Diallo|person:diallo]}.");
    assert_quotes("{1 direct diallo: „We will open it again,“} {1c: said} {1s: [Amina Diallo|person:diallo]}.");
}

#[test]
fn single_marks_quote_and_apostrophes_do_not() {
    assert_quotes(
        "{1 direct diallo: ‘It’s the Okoros’ bridge and we’ll open it in the ’90s style,’} {1c: said} {1s: [Amina Diallo|person:diallo]}.",
    );
    assert_quotes(
        "{1 direct diallo: 'It's the Okoros' bridge and we'll open it,'} {1c: said} {1s: [Amina Diallo|person:diallo]}.",
    );
    assert_quotes(
        "The Okoros’ bridge, the town’s only one, can’t carry the ’90s lorries, and the drivers’ patience is thin.",
    );
}

#[test]
fn marks_within_a_quote_are_its_own() {
    assert_quotes(
        "{1 direct diallo: “He told me, ‘The bridge is yours,’ and drove over it,”} {1c: said} {1s: [Amina Diallo|person:diallo]}.",
    );
    assert_quotes(
        "{1 direct diallo: ‘He told me, “The bridge is yours,” and drove over it,’} {1c: said} {1s: [Amina Diallo|person:diallo]}.",
    );
}

#[test]
fn inches_and_feet_are_no_marks() {
    assert_quotes("The centre, who is 6'11\" tall, hit his head on a 6'8\" door.");
    assert_quotes("A 12\" pipe feeds a 24\" main.");
}

#[test]
fn two_quotes_side_by_side_are_two() {
    assert_quotes(
        "{1 direct diallo: “We will open it,”} {1c: said} {1s: [Amina Diallo|person:diallo]}. \
         {2 direct okoro: “We will not,”} {2c: said} {2s: [Chinwe Okoro|person:okoro]}.",
    );
    assert_quotes(
        "{1s: [Amina Diallo|person:diallo]} {1c: asked}: {1 direct diallo: “Who has the key?”} \
         {2 direct okoro: “The river,”} {2s: [Chinwe Okoro|person:okoro]} {2c: replied}.",
    );
}

#[test]
fn a_sentence_is_not_cut_within_a_quote() {
    assert_quotes(
        "{1 direct diallo: “Is it safe? No. Is it ours? Yes! Mr. Okoro paid for it in 1962,”} {1c: said} {1s: [Amina Diallo|person:diallo]}.",
    );
}

#[test]
fn an_interrupted_quote_is_one() {
    assert_quotes(
        "{1 direct diallo: “The river,”} {1c: said} {1s: [Amina Diallo|person:diallo]}, {1: “has read none of our reports.”}",
    );
    assert_quotes(
        "{1 direct diallo: ‘The river,’} {1s: [Amina Diallo|person:diallo]}, the mayor of Kankan, {1c: told} reporters, {1: ‘has read none of our reports.’}",
    );
}

#[test]
fn the_next_quoted_sentence_is_the_same_speakers() {
    assert_quotes(
        "{1 direct diallo: “The river has read none of our reports,”} {1s: [Amina Diallo|person:diallo]} {1c: said}. {1: “It cannot read.”}",
    );
}

#[test]
fn a_pronoun_is_a_person_with_a_name() {
    assert_quotes(
        "[Amina Diallo|person:diallo], the mayor of Kankan, walked to the bank on Tuesday.\n\
         {1 direct diallo: “The river has read none of our reports,”} {1s: she} {1c: said}.",
    );
    assert_quotes(
        "[Amina Diallo|person:diallo], the mayor, and her brother, [Sekou Diallo|person:sekou], own the ferry.\n\
         {1 direct sekou: “I row it,”} {1s: he} {1c: said}.\n\
         {2 direct diallo: “And I own the oars,”} {2s: she} {2c: added}.",
    );
}

#[test]
fn a_description_is_a_person_with_a_name() {
    assert_quotes(
        "The boat of [Tomasz Wrona|person:wrona], a ferryman, sank on Tuesday.\n\
         {1 direct wrona: “I was asleep,”} {1s: the ferryman} {1c: said}.",
    );
}

#[test]
fn quoted_words_in_an_attributed_sentence_make_it_mixed() {
    assert_quotes(
        "{1s: [Amina Diallo|person:diallo]} {1c: said} {1 mixed diallo: the gain had been “modest” and the losses “a matter of opinion”}.",
    );
    assert_quotes(
        "{1s: [Amina Diallo|person:diallo]} {1c: described} {1 mixed diallo: the bridge as “a rumour with railings”}.",
    );
}

#[test]
fn what_is_said_without_marks_is_a_quote_too() {
    assert_quotes(
        "{1s: [Amina Diallo|person:diallo]} {1c: said} {1 indirect diallo: the bridge would open in spring}.",
    );
    assert_quotes(
        "{1 indirect diallo: The bridge will open in spring}, {1c: according to} {1s: [Amina Diallo|person:diallo]}.",
    );
    assert_quotes(
        "{1 indirect diallo: The bridge}, {1s: [Amina Diallo|person:diallo]} {1c: said}, {1: would open in spring}.",
    );
}
