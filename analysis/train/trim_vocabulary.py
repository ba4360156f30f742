"""
Reduce the vocabulary of an encoder to what news needs, and pack its weights.

In: a folder with ``model.safetensors`` and ``tokenizer.json`` of MiniLM or MPNet, and texts. Out:
a ``tokenizer.json`` with new token ids, and ``start.safetensors``: matrices as int8 with a scale
for each row, everything else as float16. A word without a token of its own is split into shorter
tokens; single characters are always among those kept.

    python -m analysis.train.trim_vocabulary ENCODER_FOLDER GOLD_FOLDER OUT_FOLDER --words 18000
"""

import argparse
import json
import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor

__all__ = ["cut_tokenizer", "pack", "unpack"]

log = logging.getLogger(__name__)
SPECIAL = ("<s>", "<pad>", "</s>", "<unk>", "[UNK]", "[CLS]", "[SEP]", "[PAD]")
WORD_EMBEDDING = "embeddings.word_embeddings.weight"
FEWEST_ROWS = 64  # matrices with no more rows than this stay float16
GOLD_FILES = (
    "attributions/train",
    "attributions/fa_kes",
    "figures/train",
    "figures/other_domains",
    "figures/world_leads",
    "targets/train",
)


def pack(weights: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """
    Store matrices as int8 with one scale for each row.

    The largest error is 1/254 of the largest value of a row.

    Parameters
    ----------
    weights : dict of tensor

    Returns
    -------
    dict of tensor
        A matrix ``x`` as ``x@int8`` and ``x@scale``; everything else as float16.
    """
    packed = {}
    for name, value in weights.items():
        if value.dim() == 2 and len(value) > FEWEST_ROWS:
            scale = value.float().abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
            packed[f"{name}@int8"] = (value / scale).round().to(torch.int8).contiguous()
            packed[f"{name}@scale"] = scale.float().contiguous()
        else:
            packed[name] = value.half().contiguous()
    return packed


def unpack(packed: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return packed weights as float32 under their original names."""
    weights = {}
    for name, value in packed.items():
        if name.endswith("@int8"):
            original = name.removesuffix("@int8")
            weights[original] = value.float() * packed[f"{original}@scale"]
        elif not name.endswith("@scale"):
            weights[name] = value.float()
    return weights


def cut_tokenizer(tokenizer: dict, texts: Iterable[str], n_words: int) -> tuple[dict, list[int]]:
    """
    Keep the tokens that texts use, then the most frequent of the rest.

    Parameters
    ----------
    tokenizer : dict
        The parsed ``tokenizer.json`` of a WordPiece tokenizer whose ids are in order of falling
        frequency. Not changed.
    texts : iterable of str
    n_words : int
        Number of tokens to keep. Single ASCII and Latin characters come first, both at the start
        of a word and inside one.

    Returns
    -------
    tokenizer : dict
        A new one, without truncation, padding and template.
    kept : list of int
        The old id of each new id.
    """
    vocabulary = tokenizer["model"]["vocab"]
    words = {number: word for word, number in vocabulary.items()}
    trimmed = dict(tokenizer, truncation=None, padding=None, post_processor=None)
    used = _token_counts(trimmed, texts)
    special = [vocabulary[word] for word in SPECIAL if word in vocabulary]
    single = [number for number, word in words.items() if _is_single_character(word)]
    by_use = [number for number, _ in used.most_common()]
    useful = []
    for number in (*special, *single, *by_use, *sorted(words)):
        if words[number] != "<mask>" and not words[number].startswith("[unused"):
            useful.append(number)
    kept = list(dict.fromkeys(useful))[:n_words]
    new_vocabulary = {words[old]: new for new, old in enumerate(kept)}
    trimmed["model"] = dict(tokenizer["model"], vocab=new_vocabulary)
    trimmed["added_tokens"] = [
        dict(token, id=kept.index(token["id"]))
        for token in tokenizer["added_tokens"]
        if token["content"] in SPECIAL
    ]
    log.info("kept %d of %d tokens; the texts use %d", len(kept), len(words), len(used))
    return trimmed, kept


def _token_counts(tokenizer: dict, texts: Iterable[str]) -> Counter[int]:
    from tokenizers import Tokenizer

    opened = Tokenizer.from_str(json.dumps(tokenizer))
    counts = Counter()
    for encoding in opened.encode_batch(list(texts), add_special_tokens=False):
        counts.update(encoding.ids)
    return counts


def _is_single_character(word: str) -> bool:
    return len(word.removeprefix("##")) == 1 and ord(word[-1]) < 0x250


def gold_texts(folder: Path) -> Iterator[str]:
    """Yield the texts of all gold articles and sentences for training in a folder."""
    for name in GOLD_FILES:
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf8").split("\n"):
            if line.strip():
                yield json.loads(line)["text"]


def _trimmed_weights(weights: Mapping[str, Tensor], kept: Sequence[int]) -> dict[str, Tensor]:
    """Return the weights that training uses, with the embeddings of the kept tokens only."""
    trimmed = {}
    for name, value in weights.items():
        if "position_ids" not in name and not name.startswith("pooler"):
            trimmed[name] = value
    trimmed[WORD_EMBEDDING] = weights[WORD_EMBEDDING][kept]
    return trimmed


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    from safetensors.torch import load_file, save_file

    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument(
        "encoder", type=Path, help="folder with model.safetensors and tokenizer.json"
    )
    parser.add_argument("gold", type=Path, help="folder with attributions/, figures/ and targets/")
    parser.add_argument("out", type=Path, help="folder to write to")
    parser.add_argument("--words", type=int, default=18000, help="tokens to keep")
    options = parser.parse_args(arguments)
    tokenizer = json.loads((options.encoder / "tokenizer.json").read_text(encoding="utf8"))
    tokenizer, kept = cut_tokenizer(tokenizer, gold_texts(options.gold), options.words)
    weights = _trimmed_weights(load_file(options.encoder / "model.safetensors"), kept)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "tokenizer.json").write_text(
        json.dumps(tokenizer, ensure_ascii=False), encoding="utf8"
    )
    save_file(pack(weights), options.out / "start.safetensors")


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    main()
