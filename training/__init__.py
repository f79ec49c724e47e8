"""What makes the pipelines in `recoupe.pipelines` from the treebanks of Universal Dependencies."""
