//! `newsgloss annotate --format html`.

use super::answer;
use super::support::notation;

/// The text of the page's article, paragraphs as lines, and the tags in it. Fails where tags cross or stay open.
fn read(page: &str) -> (String, Vec<String>) {
    let (_, rest) = page.split_once("<article>\n").unwrap();
    let (article, rest) = rest.split_once("</article>").unwrap();
    assert_eq!(rest.trim(), "</html>");
    let (mut text, mut tags, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut pieces = article.split('<');
    assert_eq!(pieces.next(), Some(""));
    for piece in pieces {
        let (tag, behind) = piece.split_once('>').unwrap();
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "{article}");
        } else {
            let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
            assert!(["p", "mark", "span"].contains(&name), "<{tag}>");
            // Values are quoted and hold no quotation mark, so that marks come in pairs.
            assert_eq!(attributes.matches('"').count() % 2, 0, "<{tag}>");
            for attribute in attributes.split('"').step_by(2).filter(|name| !name.is_empty()) {
                let name = attribute.trim().trim_end_matches('=');
                assert!(["class", "data-type", "data-entity", "title"].contains(&name), "<{tag}>");
            }
            open.push(name.to_owned());
            tags.push(tag.to_owned());
        }
        text.push_str(behind);
    }
    assert!(open.is_empty());
    let unescaped = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
    (unescaped, tags)
}

#[test]
fn the_page_holds_the_article_and_nothing_else() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/articles");
    for entry in std::fs::read_dir(folder).unwrap() {
        let source = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let text = notation::article("corpus", &source).gold.text;
        let page = answer(&["annotate", "--format", "html"], &text);
        assert!(page.starts_with("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">"));
        let (shown, tags) = read(&page);
        assert_eq!(shown.lines().collect::<Vec<_>>(), text.trim().lines().collect::<Vec<_>>());
        for kind in ["mark class=\"person\"", "span class=\"quote direct\""] {
            assert!(tags.iter().any(|tag| tag.starts_with(kind)), "{kind}");
        }
    }
}

#[test]
fn markup_in_the_text_is_text() {
    for text in [
        "<script>alert(1)</script>",
        "\"Amina\" onmouseover=\"alert(1) Diallo said.",
        "</title><script>x</script>\nMore & more.",
        "“<img src=x onerror=alert(1)>,” said <b>Amina Diallo</b>.",
        "Amina \"><i> Diallo, the 'mayor' of <Kankan>, said: “</mark></span></p>”",
    ] {
        let page = answer(&["annotate", "--format", "html"], text);
        assert_eq!(read(&page).0.trim(), text);
        assert_eq!(page.matches("<script").count() + page.matches("<img").count() + page.matches("<b>").count(), 0);
        assert_eq!(page.matches("<title>").count(), 1);
        assert_eq!(page.matches("</title>").count(), 1);
    }
}

#[test]
fn a_quote_of_several_paragraphs_is_closed_and_opened_again() {
    let text = "“One,” said Amina Diallo. “Two.\n\n“Three.\n\n“Four.”";
    let (shown, _) = read(&answer(&["annotate", "--format", "html"], text));
    assert_eq!(shown.trim(), text.replace("\n\n", "\n"));
}

#[test]
fn control_characters_are_replaced() {
    let (shown, _) = read(&answer(&["annotate", "--format", "html"], "a\0b\u{8}c\u{7F}d"));
    assert_eq!(shown.trim(), "a\u{FFFD}b\u{FFFD}c\u{FFFD}d");
}
