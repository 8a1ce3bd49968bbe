//! `newsgloss annotate --format jsonld`.

use serde_json::Value;

use super::{SAMPLE, answer};

fn described(text: &str) -> Value {
    serde_json::from_str(&answer(&["annotate", "--format", "jsonld", "--published", "2024-07-19"], text)).unwrap()
}

#[test]
fn an_article_is_described_in_the_words_of_schema_org() {
    let article = described(&format!("Mayor to stay\n{SAMPLE}"));
    assert_eq!(article["@context"], "https://schema.org");
    assert_eq!(article["@type"], "NewsArticle");
    assert_eq!(article["headline"], "Mayor to stay");
    assert_eq!(article["datePublished"], "2024-07-19");
    let mentions = article["mentions"].as_array().unwrap();
    let named = |name: &str| mentions.iter().find(|mention| mention["name"] == name).unwrap();
    assert_eq!(named("Amina Diallo")["@type"], "Person");
    assert_eq!(named("Kankan")["@type"], "Place");
    assert!(mentions.iter().all(|mention| mention["name"] != "Tuesday"), "a day is nothing that an article mentions");
    let quote = &article["hasPart"][0];
    assert_eq!(quote["@type"], "Quotation");
    assert_eq!(quote["text"], "“😀 We will rebuild,”");
    assert_eq!(quote["creator"]["@id"], named("Amina Diallo")["@id"]);
}

#[test]
fn the_description_is_safe_within_a_script_element() {
    let written = answer(&["annotate", "--format", "jsonld"], "</script><!-- x\n“</script>,” said Amina Diallo.");
    assert!(!written.contains('<'));
    assert_eq!(described("</script><!-- x\nMore.")["headline"], "</script><!-- x");
}

#[test]
fn a_single_line_is_no_headline() {
    assert!(described("It rained.").get("headline").is_none());
    assert_eq!(described("")["mentions"], serde_json::json!([]));
}
