"""
Cut an encoder's vocabulary down to what news needs, and pack its weights.

In: a folder with MiniLM's or MPNet's ``model.safetensors`` and ``tokenizer.json``, and texts. Out: a
``tokenizer.json`` with new
token numbers, and ``start.safetensors``: matrices as int8 rows, each with a scale, the rest as float16.
A word whose own token was cut is read in shorter pieces; the kept pieces always include single characters.

    python -m analysis.train.trim_vocabulary ENCODER_FOLDER GOLD_FOLDER OUT_FOLDER --words 18000
"""

import argparse
import json
import logging
from collections import Counter
from pathlib import Path

import torch

__all__ = ["cut_tokenizer", "pack", "unpack"]

log = logging.getLogger(__name__)
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>", "[UNK]", "[CLS]", "[SEP]", "[PAD]")


def pack(weights):
    """
    Store matrices as int8 with one scale a row; the largest error is 1/254 of a row's largest value.

    Parameters
    ----------
    weights : dict of tensor

    Returns
    -------
    dict of tensor
        A matrix ``x`` as ``x@int8`` and ``x@scale``; anything else as float16.
    """
    out = {}
    for name, value in weights.items():
        if value.dim() == 2 and len(value) > 64:
            scale = value.float().abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
            out[f"{name}@int8"], out[f"{name}@scale"] = (
                (value / scale).round().to(torch.int8),
                scale.float(),
            )
        else:
            out[name] = value.half()
    return {k: v.contiguous() for k, v in out.items()}


def unpack(packed):
    """Undo ``pack``: float32 tensors under their first names."""
    out = {}
    for name, value in packed.items():
        if name.endswith("@int8"):
            base = name.removesuffix("@int8")
            out[base] = value.float() * packed[f"{base}@scale"]
        elif not name.endswith("@scale"):
            out[name] = value.float()
    return out


def cut_tokenizer(tokenizer, texts, n_words):
    """
    Keep the tokens that texts use, then the most frequent of the rest.

    Parameters
    ----------
    tokenizer : dict
        The parsed ``tokenizer.json`` of a WordPiece tokenizer whose numbers grow as frequency falls.
    texts : iterable of str
    n_words : int
        Tokens to keep. Single ASCII and Latin characters are kept first, as start and as later piece.

    Returns
    -------
    tokenizer : dict
        A new one, without truncation, padding and template.
    kept : list of int
        Old number of each new number.
    """
    from tokenizers import Tokenizer

    vocabulary = tokenizer["model"]["vocab"]
    words = {number: word for word, number in vocabulary.items()}
    plain = dict(tokenizer, truncation=None, padding=None, post_processor=None)
    reader = Tokenizer.from_str(json.dumps(plain))
    used = Counter(
        i for e in reader.encode_batch(list(texts), add_special_tokens=False) for i in e.ids
    )
    single = [i for i, w in words.items() if len(w.removeprefix("##")) == 1 and ord(w[-1]) < 0x250]
    special = [vocabulary[w] for w in SPECIAL if w in vocabulary]
    order = special + single + [i for i, _ in used.most_common()] + sorted(words)
    useful = (i for i in order if words[i] != "<mask>" and not words[i].startswith("[unused"))
    kept = list(dict.fromkeys(useful))[:n_words]
    plain["model"] = dict(
        tokenizer["model"], vocab={words[old]: new for new, old in enumerate(kept)}
    )
    special = [t for t in tokenizer["added_tokens"] if t["content"] in SPECIAL]
    plain["added_tokens"] = [dict(t, id=kept.index(t["id"])) for t in special]
    log.info("kept %d of %d tokens; the texts use %d", len(kept), len(words), len(used))
    return plain, kept


def gold_texts(folder):
    """Yield the text of every gold training article and sentence under a folder."""
    names = (
        "attributions/train",
        "attributions/fa_kes",
        "figures/train",
        "figures/other_domains",
        "figures/world_leads",
        "targets/train",
    )
    for name in names:
        for line in (Path(folder) / f"{name}.jsonl").read_text(encoding="utf8").split("\n"):
            if line.strip():
                yield json.loads(line)["text"]


def main(arguments=None):
    """Run the command."""
    from safetensors.torch import load_file, save_file

    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument(
        "encoder", type=Path, help="folder with model.safetensors and tokenizer.json"
    )
    parser.add_argument("gold", type=Path, help="folder with attributions/, figures/ and targets/")
    parser.add_argument("out", type=Path)
    parser.add_argument("--words", type=int, default=18000, help="tokens to keep")
    options = parser.parse_args(arguments)
    tokenizer = json.loads((options.encoder / "tokenizer.json").read_text(encoding="utf8"))
    tokenizer, kept = cut_tokenizer(tokenizer, gold_texts(options.gold), options.words)
    weights = {
        k: v
        for k, v in load_file(options.encoder / "model.safetensors").items()
        if "position_ids" not in k
    }
    name = "embeddings.word_embeddings.weight"
    weights = {k: v for k, v in weights.items() if not k.startswith("pooler")} | {
        name: weights[name][kept]
    }
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "tokenizer.json").write_text(
        json.dumps(tokenizer, ensure_ascii=False), encoding="utf8"
    )
    save_file(pack(weights), options.out / "start.safetensors")


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    main()
