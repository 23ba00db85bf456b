"""Stories of any size in, findings out, on a Spark cluster.

    pip install 'factcheck-lint[spark]'
    spark-submit --master 'local[*]' examples/spark/check_stories.py stories.jsonl findings/

STORIES is a folder or file of JSON lines or Parquet with columns `id` and `text`, and if known `title` and
`published`. FINDINGS is a folder, made anew: Parquet with the document, the rule, the severity, the place, the
message, and in `json` the whole finding.

On a cluster, every executor needs a Python with factcheck: build one with venv-pack and hand it over,

    venv-pack -o factcheck.tar.gz
    PYSPARK_PYTHON=./environment/bin/python spark-submit --master yarn \\
        --archives factcheck.tar.gz#environment examples/spark/check_stories.py s3://desk/stories s3://desk/findings
"""

from __future__ import annotations

import argparse
import os
import sys

os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else workers take whatever `python3` is first on the path

from pyspark.sql import SparkSession

from factcheck import Checker
from factcheck.scale.spark import check_table


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("stories")
    arguments.add_argument("findings")
    arguments.add_argument("--partitions", type=int, help="spread the stories over so many tasks; about 20 MB each")
    arguments.add_argument("--select", action="append", default=[], help="only these rules")
    chosen = arguments.parse_args()
    session = SparkSession.builder.appName("factcheck").getOrCreate()
    read = session.read.json if ".json" in chosen.stories else session.read.parquet
    findings = check_table(Checker(select=chosen.select), read(chosen.stories), chosen.partitions)
    findings.write.mode("overwrite").parquet(chosen.findings)
    session.read.parquet(chosen.findings).groupBy("severity").count().show()
    session.stop()


if __name__ == "__main__":
    main()
